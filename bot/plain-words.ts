import type { Act, Worded } from '../api/outbox/schema.ts'

/** A message for a channel that has only words: what it says, and the choices by their labels. */
export function plainWords(it: Worded): { text: string; choices: string[] } {
  switch (it.type) {
    case 'card':
      return { text: cardWords(it), choices: labels(it.acts) }
    case 'list':
      return {
        text: [it.text, ...it.cards.map((one) => `- ${cardWords(one)}`)].join('\n'),
        choices: [...it.cards.flatMap((one) => labels(one.acts)), ...labels(it.acts)],
      }
    case 'form':
      return { text: `${it.text}\n${it.label}: ${it.url}`, choices: labels(it.acts) }
    case 'image':
      return { text: it.url, choices: [] }
    default:
      return { text: it.text, choices: labels(it.acts) }
  }
}

const labels = (acts: Act[] | undefined): string[] =>
  (acts ?? []).filter((act) => act.do !== 'open').map((act) => act.label)

const cardWords = (it: Extract<Worded, { type: 'card' }>): string =>
  [it.title, it.subtitle, ...it.facts.map((fact) => `${fact.label}: ${fact.value}`), it.body].filter(Boolean).join('\n')

import { readdirSync, readFileSync } from 'node:fs'

/** All labelled messages that the project ships. */
export const LABELLED = new URL('../../../seeds/data/triage/', import.meta.url)

/** Messages of fresh hands: to judge by, never to learn from. */
export const HELD_BACK: readonly string[] = [
  'held.jsonl',
  'held-strangers.jsonl',
  'held-passers-by.jsonl',
  'held-latecomers.jsonl',
  'held-neighbours.jsonl',
  'held-wrong-numbers.jsonl',
]

/** Files of labelled messages that may be learnt from; lines of the dev split are left out. */
export const lessonFiles = (): { name: string; text: string }[] =>
  readdirSync(LABELLED)
    .filter((name) => name.endsWith('.jsonl') && !HELD_BACK.includes(name))
    .sort()
    .map((name) => ({ name, text: linesOf(name, (it) => it.split !== 'dev') }))

/** The lines of a file that are wanted. */
export const linesOf = (name: string, wanted: (it: { split?: string }) => boolean): string =>
  readFileSync(new URL(name, LABELLED), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && wanted(JSON.parse(line) as { split?: string }))
    .join('\n')

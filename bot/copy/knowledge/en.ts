/** Answers from the business's knowledge, and its upkeep, in English. */
export const knowledge = {
  from: (title: string) => `From: ${title}`,
  /** before an answer that is not written in the reader's language */
  onlyIn: {
    th: 'I have this in Thai only, word for word:',
    en: '',
    ja: 'I have this in Japanese only, word for word:',
  },
  /** before the very words that were given to the question just before */
  notThis: (asked: string) =>
    `“${asked}”: I don’t know that one, and I don’t want to guess. Shall I get a person for you?`,
  sameAgain: 'That is in what I sent just now:',
  helpful: 'That helps',
  unhelpful: 'Not what I meant',
  glad: () => 'Good to hear. I’m here when you need me.',
  notIt: () => 'Sorry about that; I’ve noted it so that we can do better. Shall I get a person for you?',
  perhaps: (howMany: number) =>
    `I’m not quite sure which answer fits. Is it about ${howMany === 1 ? 'this' : 'one of these'}? If not, a person will help you.`,
  sop: 'SOP',
  firstStep: 'First step',
  drafted: (it: { title: string; answer: string }) =>
    `📚 An answer waits to be approved: “${it.title}”${it.answer ? ` → ${it.answer}` : ''}`,
  sampleTitle: 'Is there parking?',
  look: 'Read it',
  publish: 'Publish',
  retire: 'Not for everybody',
  draft: 'Draft',
  asked: 'Asked',
  times: (count: number) => (count === 1 ? 'once' : `${count} times`),
  published: (it: { title: string; who: string }) =>
    `${it.who} published “${it.title}”. Whoever asks next is answered with it.`,
  retired: (it: { title: string; who: string }) => `${it.who} put “${it.title}” aside. Nobody is answered with it.`,
  noAnswer: () => 'There is no answer in it yet.',
}

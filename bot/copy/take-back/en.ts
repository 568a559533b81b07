/** Of a case the customer did not mean, or needs no more. */
export const takeBack = {
  whatElse: (reference: string) => `Sorry if I misunderstood. What shall I do about ${reference}?`,
  sure: (reference: string) => `Of course. Shall I withdraw ${reference}?`,
  else: 'Something else',
  yes: 'Withdraw it',
  keep: 'Keep it open',
  withdrawn: (reference: string) => `I’ve withdrawn ${reference} and let the team know.`,
  told: (reference: string) =>
    `I’ve told the team what you said. ${reference} is in their hands: they will close it, or write to you here.`,
  /** on the button of a case that was just withdrawn */
  putBack: 'Open it again',
  back: (reference: string) => `${reference} is open again, and the team knows.`,
  stays: (reference: string) => `All right, ${reference} stays open, and the team knows.`,
  over: (it: { reference: string; status: string }) => `${it.reference} is over already (${it.status.toLowerCase()}).`,
  tellMe: () => 'What is it about, then? A sentence is enough.',
  /** to staff */
  news: (reference: string) => `${reference}: the customer says it is not needed, or not what they meant.`,
  keptNews: (reference: string) => `${reference}: the customer wants it kept open after all.`,
}

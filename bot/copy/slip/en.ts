/** What was read on a payment slip, said back, in English. */
export const slip = {
  words: (it: { amount: string; at?: string; reference?: string }) =>
    [
      `Paid ${it.amount}`,
      ...(it.at ? [`On ${it.at}`] : []),
      ...(it.reference ? [`Transfer ref. ${it.reference}`] : []),
    ].join('\n'),
  ask: (words: string) => `Thank you. This is what I read on your slip:\n${words}\nDid I get it right?`,
  yes: 'Yes, that’s right',
  no: 'No',
  notIt: () => 'Sorry about that. I’ll keep the picture for our team and won’t use what I read.',
  over: () => 'Thank you, that one is already settled.',
}

/** Of voice notes, in English. */
export const voice = {
  /** what was heard ends the line: so it is found again when it must go */
  heard: (words: string) => `🎤 I heard: ${words}`,
  notIt: 'That’s not it',
  misheard: () =>
    'Sorry about that. I’ve dropped what I thought I heard. Our team has the recording and will listen to it; you can also write it to me.',
  over: () => 'Thank you, that one is already settled.',
  unheard: {
    loose: () =>
      'I can’t listen to this voice note, so I’ve asked our team to. If you like, write it to me in a few words and I’ll take care of it now.',
    forRecord: (reference: string) =>
      `I can’t listen to this voice note. I’ve added it to ${reference} for our team to hear; you can also write it to me.`,
    forBooking: () => 'I can’t listen to this voice note; our team will hear it. Could you write it to me here?',
    beside: () => 'I can’t listen to your voice note; our team will hear it.',
  },
  listen: (name: string) => `🎤 Voice note from ${name}: please listen`,
}

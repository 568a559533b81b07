/** What the bot says of groups, and in them, in English. */
export const groups = {
  unnamed: 'a group',
  purpose: { partner: 'A partner’s group', leave: 'Leave this group' },
  whose: () => 'Whose group is this? Tap below, or type /vip and the name of the customer or company.',
  thesePeople: 'The people in this group',
  whosePartner: () => 'Which partner’s group is this? Tap below, or type /partner and the name.',
  nobodyNamed: (said: string) => `I find nobody called “${said}”. Please check the name and try again.`,
  whichOne: (said: string) => `More than one fits “${said}”. Which one is it?`,
  vipOf: (owner: string) =>
    `This is the group of ${owner} now. I answer when you mention me, reply to me, begin with my name or tap a button.`,
  partnerOf: (provider: string) =>
    `This is the group of ${provider} now. What waits for you arrives here as a card with three buttons.`,
  goodbye: () => 'All right, I’ll go. Invite me again whenever you need me.',
  changed: () => 'To change what this group is for, choose again:',
  youLeft: () => 'You have left this group, so I can’t take that from you. Ask to be added again, please.',
  notYours: () => 'That question is for somebody else. Mention me and tell me what you need.',
  whoSpeaks: () => 'LINE doesn’t tell me who wrote that. Please write to me in a private chat.',
  linkElsewhere: () => 'Please send that code in a private chat with me, never in a group.',
  howToAnswer: (bot: string) => `(Reply to this message, or begin with “${bot}”.)`,
  privately: () => 'What you told me in private stays there: write to me in our own chat to see it.',
  botRemoved: (group: string) =>
    `⚠️ I was removed from the staff group “${group}”. Its news goes to the other staff groups; if there are none, please invite me to one.`,
  unknownTapped: (group: string) =>
    `Somebody I don’t know tapped a button in the staff group “${group}”. Nothing was done. If they are on the team, give them a link code; if not, take them out of the group: they can read it.`,
  partner: {
    waits: 'Waiting for you',
    settled: 'No longer waiting for you',
    thanks: 'Thank you',
    seen: 'We’re on it',
    done: 'Done',
    cannot: 'We can’t',
    manners: (provider: string) =>
      `Here I pass on what waits for ${provider}. Please answer with the buttons of a card.`,
    answered: {
      seen: (reference: string) => `Thank you. The team knows you are on ${reference}.`,
      done: (reference: string) => `Thank you. The team checks ${reference} now.`,
      cannot: (reference: string) => `Thank you for telling us. The team looks for another way for ${reference}.`,
    },
    told: {
      seen: (it: { reference: string; provider: string }) => `${it.provider} is on ${it.reference}.`,
      done: (it: { reference: string; provider: string }) =>
        `${it.provider} says ${it.reference} is done. Please check.`,
      cannot: (it: { reference: string; provider: string }) => `${it.provider} can’t do ${it.reference}.`,
    },
  },
}

import type { Command } from '../../staff/commands/words.ts'

type Which = { reference: string; who: string }

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`

/** What the staff group says of work at a case, a booking or a chat: buttons, questions, what was done. */
export const actsEn = {
  more: 'More…',
  give: 'Give to…',
  ask: 'Ask the customer',
  note: 'Note',
  notes: 'All notes',
  newestNote: (count: number) => (count > 1 ? `Newest of ${count} notes` : 'Note'),
  notesOn: (it: { reference: string; count: number }) =>
    `📝 ${it.reference}: ${it.count} ${it.count === 1 ? 'note' : 'notes'}, the newest first`,
  noNotes: (reference: string) => `There are no notes on ${reference}.`,
  aProgram: 'another program',
  order: 'Link an order',
  provider: 'Set the partner',
  type: 'Change the type',
  severity: 'Change the severity',
  escalate: 'Escalate',
  outside: 'Answered elsewhere',
  notACase: 'Not a case',
  notABooking: 'Not a booking',
  whatWasIt: 'What was it then? The customer is told nothing, and I learn from it.',
  mistakenFor: {
    smalltalk: 'Chit-chat',
    question: 'A question',
    status_query: 'Asking how things stand',
    other: 'Spam or something else',
  },
  wasMistaken: (it: Which) =>
    `${it.reference} is closed; the customer was told nothing (${it.who}). Thank you, I learn from it.`,
  handOver: 'I’ll take the chat',
  propose: 'Offer another time',
  cancelIt: 'Cancel the booking…',
  whyCancel: 'Why is it cancelled? The customer is told this; the seats are free again.',
  cancelWhy: {
    customer_request: 'The customer asked for it',
    venue: 'The place or supplier cannot do it',
    weather: 'Because of the weather',
    duplicate: 'It was booked twice',
    other: 'For another reason',
  },
  bookingCancelled: (it: Which & { why: string; told: string }) =>
    `${it.reference} cancelled by ${it.who}: ${it.why}. ${it.told}`,
  customerCancelled: (reference: string) => `${reference}: the customer has cancelled it. The seats are free again.`,
  wantsToCancel: (reference: string) =>
    `${reference}: the customer wants to cancel it, after the time for doing so by themselves. Please answer.`,
  keptAfterAll: (reference: string) => `${reference}: the customer keeps it after all.`,
  cancelAsked: 'Wants to cancel',
  takeOver: 'Take it over',
  erase: 'Delete their data…',
  eraseYes: 'Delete everything',
  eraseSure: () =>
    'Everything this customer said and sent, their name and number will be deleted here for good. Cases and bookings stay, without words. Answer what is still open first.',
  eraseTypedYes: 'yes',
  eraseTyped: (usage: string) => `To delete it without tapping: ${usage}`,
  noCustomer: (reference: string) => `${reference} belongs to no customer we know.`,
  erased: (who: string) => `The customer’s data has been deleted (${who}).`,
  erasedBefore: () => 'This customer’s data has been deleted already.',
  noProvider: 'Nobody outside',
  orders: 'Order',
  providerLabel: 'Partner',
  onShift: 'On shift',
  suggested: 'AI suggests',
  whichMore: 'What would you like to do?',
  whoGets: 'Who should have it?',
  whichProvider: 'Who outside has to fix it?',
  providerNeeded: 'Before it is resolved: who outside had to fix it?',
  whichType: 'What kind of problem is it?',
  whichSeverity: 'How urgent is it?',
  whichState: 'Which state is it in?',
  whyEscalate: 'Why should a lead take it?',
  escalateWhy: {
    stuck: 'I can’t solve it',
    upset: 'The customer is upset',
    approval: 'It needs an approval',
    time: 'We’ll be late',
  },
  whichSlot: 'Which other time shall we offer?',
  noChats: () => 'No customer’s chat is in our hands now.',
  whichChat: 'Whose chat?',
  whichOne: (said: string) => `Which one do you mean by “${said}”?`,
  given: (it: Which & { to: string }) => `${it.who} gave ${it.reference} to ${it.to}.`,
  hasIt: (it: { reference: string; owner: string }) => `${it.reference} is with ${it.owner}.`,
  severitySet: (it: Which & { severity: string }) => `${it.reference} is ${it.severity} now (${it.who}).`,
  retyped: (it: Which & { type: string }) => `${it.reference}: ${it.type} (${it.who}).`,
  providerSet: (it: Which & { provider: string }) => `${it.reference} is for ${it.provider} to fix (${it.who}).`,
  providerCleared: (it: Which) => `Nobody outside has to fix ${it.reference} (${it.who}).`,
  orderLinked: (it: Which & { order: string }) => `Order ${it.order} is linked to ${it.reference} (${it.who}).`,
  orderUnlinked: (it: Which & { order: string }) => `Order ${it.order} is off ${it.reference} (${it.who}).`,
  orderNotLinked: (it: { reference: string; order: string; linked: string }) =>
    `Order ${it.order} was not on ${it.reference}, so nothing has changed. ${it.linked ? `On it: ${it.linked}.` : 'No order is on it.'}`,
  noted: (it: Which) => `Noted on ${it.reference} (${it.who}). The customer doesn’t see it.`,
  escalated: (it: { reference: string; to: string }) => `🔺 ${it.to}, ${it.reference} has been escalated to you.`,
  escalatedAlready: (it: { reference: string; to: string }) => `${it.reference} is with ${it.to} already.`,
  asked: (it: { reference: string; name: string }) => `Asked ${it.name}. ${it.reference} waits for the answer.`,
  answeredOutside: (it: Which) => `${it.reference}: answered elsewhere by ${it.who}. Thank you for saying so.`,
  chatAnsweredOutside: (name: string) => `Noted: ${name} has been answered elsewhere.`,
  handedOver: (it: { name: string; who: string }) => `${it.name}’s chat is with ${it.who}. The bot is silent there.`,
  handedOverAlready: (name: string) => `${name}’s chat is in our hands already.`,
  chatIsWith: (it: { name: string; who: string }) => `${it.name}’s chat is with ${it.who}.`,
  staffHasChat: (name: string) => `A colleague took over ${name}’s chat.`,
  summary: (it: {
    name: string
    idleMinutes: number | null
    customer: number
    staff: number
    writers: string
    open: string
  }) =>
    [
      it.idleMinutes === null
        ? `${it.name}’s chat is with the bot again`
        : `${it.name}’s chat went back to the bot after ${it.idleMinutes} quiet minutes`,
      `${it.customer} from the customer, ${it.staff} from us${it.writers ? ` (${it.writers})` : ''}`,
      it.open ? `open: ${it.open}` : 'nothing open',
    ].join(' · '),
  notePrompt: (it: Which) => `${it.who}, your next message here is kept as a note on ${it.reference}.`,
  orderPrompt: (it: Which) => `${it.who}, send the order number for ${it.reference}.`,
  orderNeeded: (it: Which) =>
    `${it.who}, ${it.reference} can be resolved once its order number is known. Send the number.`,
  askPrompt: (it: { who: string; name: string }) =>
    `${it.who}, write your question to ${it.name}. You see it before it goes; then the case waits for the customer.`,
  proposePrompt: (it: { who: string; name: string }) =>
    `${it.who}, which day (and time) shall we offer ${it.name}? You see it before it goes.`,
  cannotReadDay: (words: string) => `I can’t read a day to come in “${words}”. Try “12 Dec 10:00”.`,
  confirmOpen: (what: string) =>
    `Still open: ${what}. If you confirm now, the customer’s confirmation won’t mention it.`,
  confirmNotOnSale:
    'This is sold by fixed dates and times, and what the customer asked for isn’t one of them. If you confirm now, no seats are taken.',
  confirmAsItIs: 'Confirm as it is',
  notOnSaleThen: 'Nothing is on sale then. These are free:',
  noSlotThen: 'There are no seats at that time. These are free:',
  noSlots: (reference: string) => `There are no other dates with enough seats for ${reference}.`,
  proposed: (it: { reference: string; name: string }) =>
    `Offered to ${it.name} for ${it.reference}. I’ll say what they answer.`,
  expired: () => 'That button is more than a month old, so I did nothing. This is how things stand now.',
  oldButton: () => 'That button is more than a month old. What can I do for you now?',
  changed: (it: Which) => `${it.who} worked on ${it.reference} in their own chat.`,
  solveFirst: (reference: string) =>
    `${reference} is not solved yet. Solve it first, with its cause (/resolve); then it can be closed.`,
  takeFirst: (reference: string) => `Nobody has ${reference} yet. Take it first, then go on.`,
  isNow: (it: { reference: string; status: string }) => `${it.reference} is now: ${it.status}.`,
  alreadyTaken: (it: { reference: string; owner: string }) => `${it.reference} is with ${it.owner}, who was first.`,
  previewExpired: () => 'That draft is too old to send. Please write it again.',
  noteOnly: (reference: string) => `${reference} has no chat: nothing can be sent there.`,
  notForBooking: (reference: string) => `${reference} is a booking; that can be done with cases only.`,
  notForCase: (reference: string) => `${reference} is a case; that can be done with bookings only.`,
  offer: (it: { reference: string; when: string }) =>
    `About ${it.reference}: we can’t offer the time you asked for, but we can offer ${it.when}. Would that suit you?`,
  offerWhen: 'We can offer',
  offerYes: 'Yes, that suits me',
  offerNo: 'No, thank you',
  offerTaken: (it: { reference: string; when: string }) =>
    `Thank you. ${it.reference} is now for ${it.when}; we’ll confirm it here.`,
  offerNotTaken: (reference: string) =>
    `All right. We’ll look for something else for ${reference} and write to you here.`,
  offerMove: (it: { reference: string; when: string }) =>
    `Shall we move ${it.reference} to ${it.when}? Until you say yes it stays as it is.`,
  offerMoved: (it: { reference: string; when: string }) =>
    `Done: ${it.reference} is now on ${it.when}, and it stays confirmed.`,
  moveGone: (reference: string) =>
    `I’m sorry, that time can no longer be had. ${reference} stays as it was; we’ll look for another one.`,
  customerMoved: (reference: string) => `${reference} is moved: the customer takes the other time. It stays confirmed.`,
  offerOver: (it: { reference: string; stage: string }) =>
    `That offer is no longer open. ${it.reference} is now: ${it.stage}.`,
  offerGone: (reference: string) =>
    `I’m sorry, that time can no longer be had. We’ll look for another one for ${reference}.`,
  customerTook: (reference: string) => `${reference}: the customer takes the other time. Please confirm.`,
  movedByCustomer: (reference: string) => `${reference}: the customer has moved it to another time.`,
  customerDeclined: (reference: string) => `${reference}: the other time doesn’t suit the customer.`,
  offerLapsed: (reference: string) =>
    `${reference}: the customer took the other time, but it can no longer be had. Please offer another one.`,
  waitsForCustomer: 'Offered, waiting for the answer',
  queue: (it: { unclaimed: number; bookings: number; mine: number }) =>
    `${counted(it.unclaimed, 'case')} and ${counted(it.bookings, 'booking')} that nobody has; ${counted(it.mine, 'case')} ${it.mine === 1 ? 'is' : 'are'} worked on.`,
  queueEmpty: () => 'Nothing is waiting for anybody. Well done.',
  mine: (it: { who: string; cases: number; bookings: number }) =>
    `${it.who}, you have ${counted(it.cases, 'case')} and ${counted(it.bookings, 'booking')}.`,
  mineEmpty: (who: string) => `${who}, you have nothing open.`,
  found: (it: { words: string; count: number }) => `“${it.words}”: ${it.count} found.`,
  nothingFound: (words: string) => `I find nothing for “${words}”.`,
  nextOnes: 'The next ones',
  andMore: (count: number) => `…and ${count} more.`,
  onShiftNow: (names: string) => `On shift: ${names}`,
  nobodyOnShift: () => 'Nobody is on shift.',
  shiftStarted: (it: { who: string; others: string }) => `Good to have you, ${it.who}. On shift: ${it.others}.`,
  shiftRuns: (who: string) => `${who}, you are on shift already.`,
  shiftEnded: (it: { who: string; left: number }) =>
    it.left > 0
      ? `Thank you, ${it.who}. You still have ${it.left} open; /mine shows them, “give” hands them on.`
      : `Thank you, ${it.who}. Rest well.`,
  noShift: (who: string) => `${who}, you were not on shift.`,
  unknown: (it: { said: string; nearest: string | null }) =>
    it.nearest
      ? `I don’t know “/${it.said}”. Did you mean /${it.nearest}? /help lists everything.`
      : `I don’t know “/${it.said}”. /help lists everything.`,
  howTo: (usage: string) => `Write it so: ${usage}`,
  noSuch: (said: string) =>
    `I find no open case or booking called “${said}”. /find looks for it by customer or order too.`,
  noSuchPart: (part: number) => `The list has no part ${part}. Here it is from the beginning.`,
  nobodyCalled: (said: string) => `Nobody on the team is called “${said}”.`,
  notOnList: (said: string) => `“${said}” isn’t on the list.`,
  whoCan: (names: string) => `You may not do that. ${names} can.`,
  nobodyCan: () => 'You may not do that, and nobody can in its present state.',
  helpTitle: 'What you can type here',
  helpEnd: 'REF is the number on the card; its last digits are enough. Everything else you write stays between you.',
  takes: { ref: 'REF', words: 'words' },
  help: {
    queue: 'what nobody has yet, and who is on shift',
    mine: 'what you have',
    find: 'by customer, order or number',
    case: 'its card',
    take: 'take it',
    give: 'NAME: hand it to a colleague',
    ask: 'a question to the customer; the case waits for the answer',
    reply: 'an answer to the customer; you see it before it goes',
    note: 'a note the customer never sees',
    notes: 'all notes on it',
    state: 'checking, fixing, waiting, partner',
    order: 'an order number',
    unlink: 'an order number that was wrong',
    provider: 'NAME of the partner, or none',
    type: 'another kind of problem; the deadline follows',
    severity: 'critical, high, normal, low',
    escalate: 'why: to a lead',
    resolve: 'the cause',
    mistaken: 'the bot was wrong: it was chit-chat, a question …',
    close: 'a solved case for good',
    reopen: 'a case that is not solved',
    confirm: 'a booking',
    decline: 'a booking: full, closed or other',
    cancel: 'a booking: the customer asked, supplier, weather, twice, other',
    propose: 'another day and time for a booking',
    handover: 'take over that customer’s chat from the bot',
    handback: 'give a chat back to the bot',
    outside: 'you answered elsewhere (phone, LINE’s own app)',
    erase: 'delete all we know of that customer (leads only); asks once more',
    onshift: 'begin your shift',
    offshift: 'end your shift',
    help: 'this list',
  } satisfies Record<Command, string>,
}

export type ActsCopy = typeof actsEn

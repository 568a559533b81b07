import type { CaseStatus, Severity } from '../../api/cases/schema.ts'
import type { RefusalCode } from '../../api/errors.ts'
import { catalogue } from './catalogue/en.ts'
import { groups } from './groups/en.ts'
import { hours } from './hours/en.ts'
import { knowledge } from './knowledge/en.ts'
import { actsEn } from './acts/en.ts'
import { news, span } from './news/en.ts'
import { price } from './price/en.ts'
import { slip } from './slip/en.ts'
import { takeBack } from './take-back/en.ts'
import { voice } from './voice/en.ts'
import { whatsapp } from './whatsapp/en.ts'

/**
 * What is said of a case that opens.
 * `onlyLink`: where nothing more can be written to them, the link tells how it goes on.
 * `mood`: a wish, where nothing went wrong; somebody in danger, with the number to call where the business is at home; a death.
 */
type OpenedCase = {
  reference: string
  type: string
  due: string
  onlyLink?: boolean
  mood?: 'wish' | 'danger' | 'grief' | undefined
  emergency?: string
}

/** Everything the bot says in English. Short, warm, exact. */
export const en = {
  menu: { report: 'Report a problem', book: 'Book', status: 'My requests', person: 'Talk to a person' },
  hello: (tenant: string) => `Hello, this is ${tenant}. Tell me in your own words what you need, or choose below.`,
  thanks: () => 'You’re welcome. I’m here when you need me.',
  praised: () => 'Thank you, that is lovely to hear. I’ve passed it on to the team.',
  wrongChat: (tenant: string) => `No problem at all, that happens. This is ${tenant}; nothing was booked or reported.`,
  notSure: () => 'Sorry, I’m not sure I understood. What is it about?',
  noAnswerYet: () => 'I don’t know that one, and I don’t want to guess the answer. Shall I get a person for you?',
  otherLanguage: () => 'I can help in English, Thai or Japanese. Shall I get a person for you?',
  askProblem: () => 'I’m sorry something went wrong. What happened? A sentence is enough.',
  askWish: () => 'With pleasure. What would you like to book, and for when?',
  /** of a thing that nobody ever booked here */
  notListed: (thing: string) =>
    `“${thing}” is not among what I can book here by myself. Shall I ask our team about it? If you meant one of these, just tap it.`,
  noneCalledSo: (thing: string) => `I’m afraid there is no “${thing}” here at the moment. This is what there is:`,
  whichMatter: () => 'Which of these is it about?',
  careNoted: () => 'Thank you for telling us. We keep it in mind: it goes along with whatever you book here.',
  whichBooking: () => 'What would you like to book?',
  /** of a kind of message nobody knew yet */
  cannotOpen: () =>
    'I can’t open that kind of message here. Could you write it in words, or send a picture of it? Our team is one tap away, too.',
  gotMedia: () => 'Got it, thank you. What is it about?',
  gotMediaFor: (reference: string) => `Thank you, I’ve added it to ${reference}.`,
  gotMediaForBooking: () => 'Got it, thank you. I’ll keep it with your booking.',
  fileRefused: {
    too_large: (mb: number) =>
      `That file is too large for me: ${mb} MB is the most I can take. A screenshot or a shorter clip works well.`,
    program: () => 'I can’t take that kind of file, for everybody’s safety. A picture or a PDF works well.',
    empty: () => 'That file arrived empty. Could you send it once more?',
    lost: () => 'A picture or file you sent did not come through. Could you send it once more?',
  },
  slip,
  hours,
  price,
  takeBack,
  voice,
  person: {
    /** `opens`: when, where nobody is there now */
    coming: (opens?: string) =>
      opens
        ? `I’ve asked our team to join. We are closed at the moment and open again from ${opens}. A person will write to you here then.`
        : 'I’ve asked our team to join. A person will write to you here; until then I’ll stay quiet.',
    already: () => 'Our team has your message and will answer here.',
    back: () => 'I’m back to help. Just write if there is anything else.',
    /** nobody has written to them yet */
    backUntil: (opens: string) =>
      `I’m here again in the meantime; just write if there is anything else. Our team has your message and is open again from ${opens}.`,
    joined: () => 'A member of our team has taken over this chat and will write to you here.',
  },
  consent: {
    ask: (tenant: string) =>
      `Before I note your contact details: may ${tenant} keep them to look after this request? You can take it back at any time by writing “forget me”.`,
    yes: 'Yes, that’s fine',
    no: 'No, thank you',
    declined: () => 'That’s fine, I won’t note them. We’ll stay in touch in this chat.',
    withdrawn: () => 'Understood. I’ve asked our team to delete your details; they will confirm it here.',
  },
  small: {
    wrongChat: () => 'No problem at all. Have a nice day!',
    noWorries: () => 'No worries at all.',
    bot: (name: string) =>
      `I’m ${name}’s automatic assistant. I can take bookings, look after problems and tell you where things stand, and our team is one tap away.`,
    here: () => 'Yes, I’m here, and our team is one tap away. What can I do for you?',
    stillHere: (progress: string) => `Yes, we’re here. ${progress}`,
    noHurry: () => 'Of course, take your time. Just write when you are ready.',
    whatWeDo: (it: { name: string; things: string[] }) =>
      `Here is what ${it.name} can do for you:\n${it.things.map((one) => `• ${one}`).join('\n')}\nTell me in your own words what you need.`,
    upset: (progress: string) => `I’m truly sorry, and I understand that you are upset. ${progress}`,
    haggle: () =>
      'The prices I know are our list prices, and I can’t promise a discount. Our team can look at it with you; shall I ask them?',
  },
  status: {
    none: () => 'You have nothing open with us at the moment.',
    notFound: () =>
      'I can’t find anything of that under this chat. Shall our team look into it? The name or number it was made under helps.',
    check: 'Yes, look into it',
    some: () => 'Here is where your requests stand:',
    notYours: (reference: string) =>
      `I can’t find ${reference} under this chat. For your safety only the person who opened it can see it; shall I get a person to check?`,
    owner: 'Looked after by',
    nobodyYet: 'Waiting for a colleague to take it',
    due: 'Expected by',
    answerBy: 'We answer by',
    follow: 'Follow it',
  },
  caseStatus: {
    new: 'Received',
    investigating: 'Being checked',
    waiting_customer: 'Waiting for you',
    waiting_provider: 'Waiting for our partner',
    fixing: 'Being fixed',
    resolved: 'Resolved',
    closed: 'Closed',
  } satisfies Record<CaseStatus, string>,
  severity: { critical: 'Critical', high: 'High', normal: 'Normal', low: 'Low' } satisfies Record<Severity, string>,
  case: {
    opened: (it: OpenedCase) =>
      it.mood === 'danger'
        ? `I’ve raised the alarm: our team has this as ${it.reference} (${it.type}) now and answers here as fast as they can. If anybody is hurt or in danger, please call ${it.emergency ? `${it.emergency} (abroad: the local emergency number)` : 'the local emergency number'} first, and stay with them.`
        : it.mood === 'grief'
          ? `I’m so sorry for your loss. I’ve passed this to our team as ${it.reference} (${it.type}). There is nothing more you need to do now; a colleague will write here by ${it.due}.`
          : `${it.mood === 'wish' ? 'Certainly.' : 'I’m sorry about this.'} I’ve opened ${it.reference} (${it.type}) and told our team right away. Our target is to have it sorted by ${it.due}; ${it.onlyLink ? 'the link below shows how it goes' : 'I’ll write here as soon as somebody takes it'}.`,
    /** to somebody who has not written of it */
    found: (it: { reference: string; type: string; what: string; due: string }) =>
      `We noticed this before you had to ask: ${it.type}${it.what && ` (${it.what})`}. I’ve opened ${it.reference} and our team is already on it. Our target is to have it sorted by ${it.due}. There’s nothing you need to do; I’ll write here as soon as somebody takes it.`,
    joined: (reference: string) => `I’ve added this to ${reference}, which is still open. The team can see it.`,
    follow: 'Follow this case',
    noted: (reference: string) => `Thank you, I’ve added that to ${reference}.`,
    callHelp: (it: { reference: string; emergency?: string }) =>
      `Yes: if in doubt, call now${it.emergency ? `, ${it.emergency} (abroad: the local emergency number)` : ' the local emergency number'}. The team that has ${it.reference} reads this, too.`,
    passedOn: (reference: string) =>
      `I can’t answer that for sure, so I’ve put your question to the team that has ${reference}. They will answer here.`,
    skipped: () => 'That’s fine. The team works with what you wrote.',
    claimed: (it: { reference: string; owner: string }) => `${it.owner} is now looking after ${it.reference} for you.`,
    resolved: (reference: string) => `${reference} is resolved. If it isn’t right yet, tap below and we’ll go on.`,
    notSolved: 'Not solved',
    workedOnAgain: (it: { reference: string; due: string }) =>
      `We’re looking into ${it.reference} again.${it.due ? ` You’ll hear from us by ${it.due}.` : ''}`,
    reopened: (reference: string) => `I’m sorry. ${reference} is open again and the team has been told.`,
    /** to somebody who asks how much longer it takes */
    progress: (it: { reference: string; status: string; owner?: string; due?: string; late: boolean }) =>
      [
        it.late && 'I’m sorry you’ve had to wait.',
        it.owner
          ? `${it.owner} is looking after ${it.reference} (${it.status.toLowerCase()}).`
          : `Our team has ${it.reference} and will take it up shortly.`,
        it.due && `Our target is to have it sorted by ${it.due}.`,
        it.late
          ? 'It is taking longer than we said, and I’ve just reminded the team.'
          : 'I’ve told the team that you asked.',
      ]
        .filter(Boolean)
        .join(' '),
    arrived: (reference: string) => `I’m glad to hear that! I’ve told the team that ${reference} has come right.`,
    stillOpen: (it: { reference: string; status: string }) =>
      `${it.reference} is still open (${it.status}). The team is on it.`,
  },
  booking: {
    /** what is on sale that their words come to */
    thatIs: (name: string) => `That would be ${name}.`,
    requested: (it: { reference: string; due: string }) =>
      `Your request is in: ${it.reference}. Our team checks it and answers by ${it.due}.`,
    /** `held`: for them, before this */
    holdTooLarge: (it: { most: number; held: number }) =>
      `So that others get a chance too, I can hold at most ${it.most} seats of one departure for you until our team confirms${it.held > 0 ? `, and ${it.held} are held for you already` : ''}. Would you like to take fewer, or shall our team arrange it for you?`,
    held: (seats: number) => `${seats} ${seats === 1 ? 'seat is' : 'seats are'} held for you until we confirm.`,
    readBack: () => 'Let me read that back. Shall I send it?',
    send: 'Send it',
    edit: 'Change something',
    cancel: 'Cancel',
    editWhat: () => 'What should I change?',
    dropped: () => 'All right, I’ve cancelled that. Nothing was booked.',
    confirmed: (reference: string) => `Good news: ${reference} is confirmed.`,
    declined: (it: { reference: string; why: string }) =>
      `I’m sorry, we can’t offer ${it.reference}${it.why ? `: ${it.why}` : ''}. Shall I look for something else?`,
    cancelledByUs: (it: { reference: string; why: string }) =>
      `I’m sorry, we had to cancel ${it.reference}${it.why ? ` ${it.why}` : ''}. Shall I look for something else?`,
    cancelWhy: { venue: 'because the place cannot take it', weather: 'because of the weather' } as Record<
      string,
      string
    >,
    cancelled: (reference: string) => `${reference} has been cancelled.`,
    offer: (it: { place: string; nights?: number }) =>
      it.nights
        ? `These of our tours go to ${it.place}. None of them is ${it.nights} ${it.nights === 1 ? 'night' : 'nights'}; we can also plan one just for you.`
        : `These of our tours go to ${it.place}; we can also plan one just for you.`,
    offerExact: (it: { place: string }) => `These go to ${it.place}:`,
    noneThere: (place: string) => `None of our published tours goes to ${place}, but we can plan one just for you.`,
    choose: 'Choose this',
    another: 'Something else',
    tailorMade: 'Plan one just for us',
    nights: (count: number) => `${count} ${count === 1 ? 'night' : 'nights'}`,
    perPerson: (price: string) => `${price} per person`,
    perNight: (price: string) => `${price} per night`,
    from: 'from',
    seatsLeft: (count: number) => `${count} ${count === 1 ? 'seat' : 'seats'} left`,
    slotGone: () => 'Sorry, that has just gone. These are still free:',
    onlyThatDay: (it: { item: string; day: string }) => `On ${it.day} there is ${it.item}.`,
    slotGoneAll: () => 'Sorry, that has just gone, and nothing else is free then. Would another day do?',
    fullyBooked: (item: string) => `${item} is fully booked on the dates we have. Would another tour or date do?`,
    form: 'Use a form instead',
    back: 'Back to my booking',
    takeYourTime: () =>
      'Of course, take your time. What you have told me is kept: write “continue” when you are ready.',
    resumed: () => 'Now, back to your booking.',
    /** two bookings told in one message: one after the other */
    both: (it: { first: string; second: string }) =>
      `I’ll take both down. First: ${it.first}; after that: ${it.second}.`,
    nextOne: (kind: string) => `Now the other one: ${kind}.`,
    /** the first of two: the other goes on */
    droppedThis: () => 'That one is cancelled. On to the other.',
    nothingToResume: () => 'There is no booking under way. What would you like to book?',
    alreadySent: (it: { reference: string; stage: string }) =>
      `That has been sent already: ${it.reference} (${it.stage}).`,
    notOpen: () => 'That is no longer under way. Tell me what you would like, or choose below.',
    total: 'Total',
    unitPrice: 'Price',
    item: 'What',
    when: 'When',
    staleAnswer: () => 'That question is answered already. Here is where we are:',
  },
  cancel: {
    which: () => 'Which booking would you like to cancel?',
    thisOne: 'This one',
    sure: (reference: string) => `Shall I cancel ${reference}?`,
    freeUntil: (until: string) => `It costs nothing until ${until}.`,
    late: (reference: string) =>
      `${reference} can no longer be cancelled here free of charge, so our team decides and tells you first what it would cost. Shall I ask them?`,
    yes: 'Yes, cancel it',
    askTeam: 'Yes, ask the team',
    keep: 'No, keep it',
    kept: (reference: string) => `All right, ${reference} stays as it is.`,
    done: (reference: string) =>
      `${reference} has been cancelled, and our team knows. We hope to see you another time.`,
    asked: (reference: string) =>
      `I’ve told our team that you’d like to cancel ${reference}. Until they confirm it here, it still stands.`,
    already: (reference: string) => `${reference} has been cancelled already.`,
    over: (it: { reference: string; stage: string }) => `${it.reference} can’t be cancelled any more (${it.stage}).`,
    changed: () => 'Something has changed since I asked, so nothing was cancelled yet.',
    nothing: () =>
      'There is nothing of yours in this chat to cancel, so you’re all set. If you booked or ordered somewhere else, our team can look for it.',
  },
  move: {
    which: () => 'Which booking shall I move?',
    when: (reference: string) => `To when shall I move ${reference}? It stays as it is until you choose.`,
    noneThen: (it: { reference: string; day: string }) =>
      `There is nothing free on ${it.day}. These are the next ones for ${it.reference}:`,
    until: (until: string) => `You can move it yourself until ${until}.`,
    keep: 'Keep it as it is',
    done: (it: { reference: string; when: string }) => `Done: ${it.reference} is now on ${it.when}. Our team knows.`,
    gone: () => 'Sorry, that has just gone. These are still free:',
    changed: () => 'Something has changed since I asked, so nothing was moved yet.',
    over: (reference: string) => `${reference} can’t be moved here any more. Our team will look at it with you.`,
  },
  ask: {
    date: () => 'Which day would you like?',
    dateWithin: (range: string) => `Which day in ${range}?`,
    start: () => 'When would you like to start?',
    departure: (item: string) => `Which date suits you for ${item}?`,
    startTime: (it: { item: string; day: string }) => `Which time suits you for ${it.item} on ${it.day}?`,
    fewerSeats: (it: { item: string; day: string; seats: number }) =>
      `${it.item} has only ${it.seats} ${it.seats === 1 ? 'seat' : 'seats'} left on ${it.day}. Would one of these do?`,
    departureInstead: (it: { item: string; day: string }) =>
      `There is nothing free for ${it.item} on ${it.day}. Would one of these do?`,
    time: () => 'At what time?',
    party_size: () => 'How many people?',
    destination: () => 'Where would you like to go?',
    duration_nights: () => 'For how many nights?',
    item: () => 'Which one would you like?',
    venue: () => 'Which place?',
    name: () => 'What name should I put it under?',
    phone: () => 'What phone number can we reach you on?',
    email: () => 'What e-mail address may we use?',
    budget: () => 'What budget do you have in mind?',
    amount: () => 'How much (or how many)?',
    amountPaid: () => 'How much was it?',
    openPlace: () => 'open to suggestions',
    order_id: () => 'What is the order or booking number? You can skip this.',
    reference: () => 'What is the reference? You can skip this.',
    anything: (label: string) => `${label}: what should I note?`,
    needed: (question: string) => `I do need this one to go on; a rough answer is fine. ${question}`,
    skip: 'Skip',
    pickDate: 'Pick a date',
    noted: (values: string, question: string) => `Got it: ${values}. ${question}`,
    whichOfThem: (question: string) => `Gladly; please tell me which of the dates. ${question}`,
    whichOfTheseThings: (question: string) => `Gladly; please tell me which of these. ${question}`,
    noneOfThem: () => 'I understand. Name any other day, or I’ll get you a person.',
    or: (days: string) => `or ${days}`,
    passedOn: () => 'I’d rather have our team answer that: your question goes with the request.',
    again: (question: string) => `Sorry, I didn’t get that. ${question}`,
    impossibleDate: (said: string) => `${said} isn’t a date in the calendar. Which day did you mean?`,
    theRest: (asked: string) => `“${asked}”: our team will answer that; it goes with the request.`,
    leftToday: (it: { item: string; at: string }) =>
      `Today’s ${it.item} began at ${it.at}. Which other day would you like?`,
    pastDate: (said: string) => `${said} has passed. Which day would you like?`,
    tooMany: (most: number) => `We can take at most ${most} people there. How many are you?`,
    tooFew: (least: number) => `That one starts from ${least} people. How many are you?`,
  },
  slot: {
    date: 'Date',
    time: 'Time',
    party_size: 'People',
    destination: 'Where',
    duration_nights: 'Nights',
    item: 'What',
    venue: 'Place',
    name: 'Name',
    phone: 'Phone',
    email: 'E-mail',
    budget: 'Budget',
    amount: 'Amount',
    order_id: 'Order',
    reference: 'Reference',
    paid_at: 'Paid at',
    transfer_reference: 'Transfer reference',
    note: 'Note',
  },
  part: { morning: 'morning', noon: 'noon', afternoon: 'afternoon', evening: 'evening', night: 'night' },
  people: (count: number | string) => `${count} ${count === 1 ? 'person' : 'people'}`,
  customer: 'Customer',
  gallery: {
    title: (name: string) => `Sent for ${name}`,
    chat: 'Sent in this chat',
    none: 'There is nothing here any more. What a customer takes back is gone.',
    waiting: 'Still on its way. Look again in a moment.',
    notKept: 'Not kept',
    save: 'Save',
    kind: { image: 'Picture', video: 'Video', audio: 'Sound', file: 'File' },
    gone: 'This link no longer opens. A newer card in the chat has a newer one.',
  },
  staff: {
    linkHow: () =>
      'If you work here, send the word link and the code your admin gave you, for example: link abcd-2345-efgh. If not, just tell me what you need.',
    linked: (name: string) =>
      `Hello ${name}, this LINE account is now linked to you. Add me to your staff group to work from there.`,
    caseStatus: {
      new: 'New',
      investigating: 'Being checked',
      waiting_customer: 'Waiting for the customer',
      waiting_provider: 'Waiting for our partner',
      fixing: 'Being fixed',
      resolved: 'Resolved',
      closed: 'Closed',
    } satisfies Record<CaseStatus, string>,
    newCase: 'New case',
    newBooking: 'New request to book',
    said: 'Said',
    clock: 'Due',
    owner: 'Owner',
    nobody: 'nobody yet',
    state: 'State',
    people: 'People',
    seats: 'Seats',
    held: 'held',
    booked: 'booked',
    value: 'Value',
    cause: 'Cause',
    files: 'Sent',
    fileCount: (it: { images: number; others: number }) =>
      [
        it.images && `${it.images} ${it.images === 1 ? 'picture' : 'pictures'}`,
        it.others && `${it.others} ${it.others === 1 ? 'file' : 'files'}`,
      ]
        .filter(Boolean)
        .join(', '),
    seeFiles: 'See what was sent',
    withdrawn: 'Taken back',
    withdrawnCount: (count: number) => `${count} ${count === 1 ? 'message' : 'messages'}`,
    left: (minutes: number) => `${span(minutes)} left`,
    over: (minutes: number) => `${span(minutes)} over`,
    claim: 'Take it',
    waitCustomer: 'Wait for customer',
    waitProvider: 'Wait for partner',
    fixing: 'Fixing',
    investigating: 'Checking again',
    resolve: 'Resolve',
    close: 'Close',
    reopen: 'Reopen',
    show: 'Show card',
    reply: 'Reply to customer',
    handBack: 'Hand back to the bot',
    confirm: 'Confirm',
    decline: 'Cannot do',
    take: 'Take it',
    claimed: (it: { reference: string; owner: string }) => `${it.owner} took ${it.reference}.`,
    alreadyClaimed: (it: { reference: string; owner: string }) => `${it.reference} is with ${it.owner}, who was first.`,
    moved: (it: { reference: string; status: string; who: string }) => `${it.reference}: ${it.status} (${it.who}).`,
    stale: (it: { reference: string; status: string }) =>
      `That button is out of date. ${it.reference} is now: ${it.status}.`,
    whichCause: () => 'What was the cause?',
    whyDecline: () => 'Why can’t we do it? The customer is told this.',
    declineWhy: { full: 'It is full', closed: 'It is closed then', other: 'Not possible this time' },
    resolved: (it: { reference: string; who: string; told: string }) =>
      `${it.reference} resolved by ${it.who}. ${it.told}`,
    customerTold: {
      told: 'The customer has been told.',
      no_chat: 'The customer has NOT been told: there is no chat with them.',
      blocked: 'The customer has NOT been told: they have blocked our LINE account.',
    },
    closed: (reference: string) => `${reference} closed.`,
    reopenedByUs: (it: { reference: string; who: string }) =>
      it.who ? `${it.reference} is open again: ${it.who} took it up once more.` : `${it.reference} is open again.`,
    reopened: (reference: string) => `${reference} is open again: the customer says it is not solved.`,
    reportedAgain: (reference: string) => `${reference}: the customer wrote again.`,
    detail: (reference: string) => `${reference}: more from the customer.`,
    warning: (it: { reference: string; left: string; owner: string }) => `⏰ ${it.reference}: ${it.left}. ${it.owner}`,
    breach: (it: { reference: string; owner: string }) => `🔴 ${it.reference} is over its SLA. ${it.owner}`,
    unclaimed: 'Nobody has taken it yet.',
    bookingConfirmed: (it: { reference: string; who: string; told: string }) =>
      `${it.reference} confirmed by ${it.who}. ${it.told}`,
    bookingEnded: (it: { reference: string; who: string; told: string }) =>
      `${it.reference} ended by ${it.who}. ${it.told}`,
    bookingTaken: (it: { reference: string; who: string }) => `${it.who} took ${it.reference}.`,
    bookingMoved: (it: { reference: string; stage: string; who: string }) =>
      `${it.reference}: ${it.stage} (${it.who}).`,
    bookingBreach: (reference: string) => `🔴 ${reference} has waited longer than promised.`,
    holdExpired: (reference: string) => `${reference}: the hold ran out, the seats are free again.`,
    stage: {
      new: 'New',
      qualified: 'Qualified',
      quoted: 'Quoted',
      accepted: 'Accepted',
      confirmed: 'Confirmed',
      in_progress: 'On the way',
      completed: 'Completed',
      cancelled: 'Cancelled',
      lost: 'Not done',
    },
    wantsForgotten: 'A customer asks us to delete their data',
    wantsPerson: 'A customer wants a person',
    wrote: (name: string) => `${name} wrote`,
    handedBack: (name: string) => `${name}’s conversation is with the bot again.`,
    nobodyIsWaiting: () => 'That conversation is with the bot already.',
    replyPrompt: (it: { who: string; name: string }) =>
      `${it.who}, your next message here goes to ${it.name} after a preview.`,
    preview: (name: string) => `To ${name}`,
    send: 'Send',
    cancelReply: 'Cancel',
    sent: (name: string) => `Sent to ${name}.`,
    sentBlocked: (name: string) =>
      `${name} has blocked our LINE account, so this did not reach them. Perhaps somebody can call.`,
    isBlocked: 'The customer has blocked us: a message will not reach them',
    notSent: () => 'Not sent.',
    nothingToSend: () =>
      'There is no message waiting to be sent: it was sent, cancelled, changed or taken back. To write again, tap “Reply to customer” on the card.',
    notYourDraft: (name: string) => `${name} is writing that: only ${name} can send or cancel it.`,
    linkFirst: () =>
      'I don’t know you yet, so I can’t do that. Ask your admin for a link code and send me “link” and the code in a private chat.',
    groupSetup: (tenant: string) =>
      `Hello, I’m ${tenant}’s desk. What is this group for? An admin or manager, please choose.`,
    purpose: { staff: 'Staff group', vip: 'VIP customers', ignore: 'Just listen' },
    purposeSet: {
      staff:
        'This is a staff group now. New cases and requests arrive here as cards; what you write stays between you. /help lists what you can type.',
      vip: 'This is a customer group now. I speak only when mentioned.',
      ignore: 'All right, I’ll stay quiet here.',
    },
    onlyLeads: () => 'Only an admin or manager can decide that. Ask one of them to tap, please.',
    setAside: (id: string) =>
      `A message could not be handled and was set aside (${id}). Please look at the conversation.`,
  },
  catalogue,
  group: groups,
  knowledge,
  acts: actsEn,
  news,
  refusal: {
    not_found: 'I can’t find that any more.',
    not_allowed: 'You may not do that here.',
    case_already_claimed: 'Somebody was faster.',
    case_move_not_allowed: 'That step isn’t possible from its present state.',
    case_not_open: 'That case isn’t open any more.',
    case_not_waiting: 'That one isn’t waiting for you any more.',
    case_incomplete: 'Something must be filled in before this case can be resolved.',
    root_cause_needed: 'Please choose the cause first.',
    root_cause_unknown: 'That cause isn’t on the list any more.',
    root_cause_used: 'Cases were solved with this cause, so it stays on the list.',
    payments_not_watched: 'This business does not have its payments watched.',
    case_type_unknown: 'That kind of problem isn’t on the list any more.',
    staff_unknown: 'That person isn’t on the team any more.',
    staff_key_taken: 'Somebody has, or had, this key. Please choose another one.',
    last_admin: 'That is the last admin. Make somebody else one first.',
    booking_kind_unknown: 'We don’t offer that any more.',
    booking_stage_not_allowed: 'That step isn’t possible from its present stage.',
    item_unknown: 'We don’t offer that any more.',
    slot_full: 'Sorry, that has just gone.',
    slot_closed: 'Sorry, that one can’t be booked any more.',
    slot_capacity_taken: 'More seats than that are taken already.',
    hold_too_large: 'That is more seats than can be held before our team confirms.',
    seats_invalid: 'How many people are you?',
    conversation_not_with_staff: 'That conversation is with the bot.',
    no_conversation: 'There is no chat with that customer.',
    link_code_wrong: 'That code isn’t valid any more. Please ask your admin for a new one.',
    link_codes_too_many: 'That was too many wrong codes. Please try again in an hour.',
    group_purpose_taken: 'That has been decided already.',
    group_owner_unknown: 'I can’t find who that group is meant for.',
    parcel_not_resendable: 'That message can’t be sent again.',
    template_variable_unknown: 'That text uses a variable that isn’t there.',
    template_variable_missing: 'That text lacks a variable it needs.',
    audience_unknown: 'They aren’t told of that.',
    channel_key_taken: 'That key belongs to another channel.',
    sender_taken: 'That account is connected already.',
    channel_kind_wrong: 'That isn’t possible on this kind of channel.',
    channel_not_ready: 'That channel isn’t ready yet.',
    recipient_unknown: 'I can’t reach that person or group on this channel.',
    article_key_taken: 'There is an article with that key already.',
    article_without_answer: 'That article has no answer yet.',
    model_damaged: 'That model is damaged.',
    idempotency_key_reused: 'That was sent before with other content.',
    idempotency_in_progress: 'That is being done already.',
    provider_unknown: 'That partner isn’t on the list.',
    order_reference_invalid: 'That doesn’t look like an order number.',
    nobody_to_escalate_to: 'There is no other lead to hand it to.',
    booking_already_taken: 'Somebody was faster.',
    offer_over: 'That offer is no longer open.',
  } satisfies Record<RefusalCode, string>,
  whatsapp,
  trouble: (id: string) =>
    `Sorry, something went wrong on our side (${id}). Nothing you wrote is lost; please try again or ask for a person.`,
}

/** Every language says the same things. */
export type Copy = typeof en

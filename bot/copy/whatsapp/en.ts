/** What only WhatsApp makes one say: choices by number, STOP and START, the 24 hours. */
export const whatsapp = {
  choose: 'Choose',
  otherDay: () => 'Or write any other day.',
  byNumber: () => 'Reply with a number, or in your own words.',
  orSay: (label: string) => `(Or write “${label}”.)`,
  stopped: (tenant: string) =>
    `${tenant} won’t send you messages here any more. If you ask something we still answer; write START to hear from us again.`,
  started: (tenant: string) => `Welcome back. ${tenant} will keep you posted here again.`,
  window: 'WhatsApp',
  windowOpen: (left: string) => `free to write (${left})`,
  windowClosed: 'only a template can be sent until the customer writes',
  windowStopped: 'asked for no messages (STOP); only what they ask is answered',
  sentIfItMay: (name: string) =>
    `On its way to ${name}. They cannot be written to freely now: it goes as an approved template if there is one, and if it does not arrive you will read so here.`,
  sentIfAsked: (name: string) =>
    `${name} asked for no messages (STOP), so this only goes if it answers something they have just asked. If it does not, you will read so here; they hear from us again after START.`,
  closing: 'The customer still waits for an answer, and the 24 hours are nearly over',
  stillWaits: 'The customer still waits for an answer',
  unreachable: 'Could not be told on WhatsApp',
  unreachableOnLine: 'Could not be told on LINE',
  blocked: 'The customer has blocked our LINE account, and no other way to them is known. Perhaps somebody can call.',
  why: {
    window: 'The customer has not written for 24 hours, and there is no approved template for this news.',
    opted_out: 'The customer does not want messages on WhatsApp (STOP).',
    identity: 'Nobody can be reached on WhatsApp under this number.',
    not_today: 'WhatsApp lets this customer get no more messages today.',
    permanent: 'WhatsApp refused the message.',
  },
  whyLabel: 'Why',
  paused: (it: { channel: string; why: string }) =>
    `🔴 WhatsApp ${it.channel} is paused: Twilio refuses our account or sender (${it.why}). Messages wait until an admin puts it right.`,
  templateIs: { rejected: 'was rejected', paused: 'is paused', disabled: 'is switched off' },
  templateRefused: (it: { template: string; status: string; reason: string }) =>
    `🔴 WhatsApp template ${it.template} ${it.status} by WhatsApp${it.reason ? `: ${it.reason}` : ''}. Until an admin hands in another wording, this news goes as the general template, on LINE, or comes to you as a task.`,
}

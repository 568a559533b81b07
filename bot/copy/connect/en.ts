import type { FindingCode } from '../../connect/findings.ts'

/** Facts of a finding: names, addresses and the platform's own words. */
export type Facts = Record<string, string>
export type FindingWords = { message: (it: Facts) => string; todo?: (it: Facts) => string }

const says = (message: string, todo?: string): FindingWords => ({
  message: () => message,
  ...(todo && { todo: () => todo }),
})

export const en = {
  test: (channel: string) => `Test from the desk: “${channel}” works. Nothing needs to be done.`,
  tokenRefused: (channel: string) =>
    `🔴 The channel “${channel}” is no longer accepted by its platform: its access token was refused, so customers there get no answers. An admin must give it a new token.`,
  menuBar: 'Menu',
  findings: {
    channel_off: says('The channel is switched off.', 'Switch it on, then check again.'),
    credentials_missing: says('The channel has no credentials yet.', 'Paste the secret and the token.'),
    credentials_unreadable: says(
      'The stored secret and token cannot be read: they were encrypted under a key that this desk does not have.',
      'Paste the secret and the token again.',
    ),
    platform_unreachable: {
      message: ({ why }) => `The platform could not be reached (${why}).`,
      todo: () => 'Check the server’s connection to the internet, then check again.',
    },
    platform_trouble: {
      message: ({ why }) => `The platform answered with an error: ${why}.`,
      todo: () => 'Check again in a few minutes.',
    },
    platform_garbled: {
      message: ({ platform }) => `What came back in ${platform}’s name is not an answer of ${platform}.`,
      todo: ({ platform }) =>
        `Check again in a few minutes. If it stays, something between the desk and ${platform} answers in its place (a proxy, a firewall): check the server’s connection.`,
    },
    token_works: { message: ({ bot, id }) => `The access token works: this is ${bot} (${id}).` },
    token_refused: says(
      'LINE does not accept this access token.',
      'In the LINE Developers console, open Messaging API, issue the channel access token (long-lived) again, and paste the whole of it here.',
    ),
    connected_twice: {
      message: ({ channel }) =>
        channel
          ? `The same account is connected already, as “${channel}”.`
          : 'The same account is connected to another business of this desk.',
      todo: () => 'An account can deliver to one channel only: switch one of the two off.',
    },
    webhook_set: { message: ({ url }) => `The webhook address was set at LINE: ${url}` },
    webhook_right: { message: ({ url }) => `LINE has the right webhook address: ${url}` },
    webhook_elsewhere: {
      message: ({ url }) => `LINE delivers this account’s messages to another address: ${url}`,
      todo: ({ wanted }) =>
        `If the desk should have them, check again with “take over”, or set it in the console: ${wanted}`,
    },
    webhook_not_accepted: {
      message: ({ why }) => `LINE did not accept our webhook address: ${why}.`,
      todo: ({ wanted }) => `Set it in the LINE Developers console, Messaging API, Webhook URL: ${wanted}`,
    },
    webhook_needs_https: {
      message: ({ wanted }) => `LINE delivers to https addresses only, and the desk’s is ${wanted}.`,
      todo: () => 'Give the desk a public https address (PUBLIC_URL), start it again and check again.',
    },
    webhook_off: says(
      'The address is set, but LINE does not use it.',
      'In the LINE Developers console, Messaging API, switch “Use webhook” on.',
    ),
    webhook_reached: says('LINE reached the desk, and its signature fits the channel secret.'),
    webhook_not_reached: {
      message: ({ why }) => `LINE could not reach the desk: ${why}.`,
      todo: () => 'Open the desk’s public address from outside your network, check its certificate, then check again.',
    },
    secret_wrong: says(
      'LINE reached the desk, but signs with another channel secret.',
      'Copy the channel secret from “Basic settings” in the LINE Developers console and paste it here. If you have just changed it, check again in ten seconds.',
    ),
    redelivery: says(
      'Nobody can read from here whether webhook redelivery is on.',
      'In the LINE Developers console, Messaging API, switch “Webhook redelivery” on: without it, what LINE could not deliver is lost.',
    ),
    groups_allowed: says('The bot is in a group, so it may join groups.'),
    groups: says(
      'Nobody can read from here whether the account may join groups.',
      'In LINE Official Account Manager, Settings, Account settings, allow the account to join group chats; then invite it to the staff group.',
    ),
    auto_replies: says(
      'LINE’s own automatic replies would speak at the same time as the bot.',
      'In LINE Official Account Manager, Settings, Response settings: webhooks on, auto-reply and greeting messages off.',
    ),
    liff_incomplete: says(
      'The mini-apps need both a LIFF id and the channel id of LINE Login, and one of them is missing.',
      'Give both, from the LINE Login channel under the same provider, or take both out.',
    ),
    account_works: { message: ({ name }) => `The account SID and the auth token work: this is ${name}.` },
    account_refused: says(
      'Twilio does not accept this account SID with this auth token.',
      'Copy both from the first page of the Twilio console and paste them here.',
    ),
    account_not_active: {
      message: ({ status }) => `The Twilio account is ${status}.`,
      todo: () => 'Put it in order in the Twilio console.',
    },
    sender_online: { message: ({ sender }) => `Twilio knows the sender ${sender}, and it is online.` },
    sender_not_online: {
      message: ({ sender, status }) => `Twilio knows the sender ${sender}, but it is ${status}.`,
      todo: () => 'Finish its registration in the Twilio console, Messaging, WhatsApp senders.',
    },
    sender_unknown: {
      message: ({ sender }) => `This Twilio account has no WhatsApp sender ${sender}.`,
      todo: () => 'Compare the number with the Twilio console, Messaging, WhatsApp senders.',
    },
    sender_look: {
      message: ({ sender }) => `Twilio did not say whether ${sender} is a sender of this account.`,
      todo: () => 'Compare the number with the Twilio console, Messaging, WhatsApp senders.',
    },
    webhook_look: {
      message: () => 'Where Twilio delivers messages is set in its console.',
      todo: ({ wanted }) =>
        `At the sender (or its Messaging Service), enter for incoming messages, with POST: ${wanted}`,
    },
    webhook_at_twilio: { message: ({ url }) => `Twilio delivers what comes in to the desk: ${url}` },
    webhook_differs: {
      message: ({ url }) => `Twilio delivers what comes in to another address: ${url}`,
      todo: ({ wanted }) =>
        `If the desk should have it, enter at the sender in the Twilio console, for incoming messages, with POST: ${wanted}`,
    },
    recipients: { message: ({ count }) => `${count} hear the desk’s news on this channel.` },
    recipients_none: says(
      'Nobody hears the desk’s news on this channel.',
      'Invite the bot to the staff group and say what the group is for, or choose who is told.',
    ),
    recipients_elsewhere: says(
      'The desk’s news is heard on another channel, not on this one.',
      'If staff should hear it here too, invite the bot to their group, or choose who is told.',
    ),
    heard: { message: ({ at }) => `The last message came in at ${at}.` },
    not_heard_yet: says('No message has come in yet.', 'Write something to the account from your own phone.'),
  } satisfies Record<FindingCode, FindingWords>,
}

/** Every language says the same things. */
export type ConnectCopy = {
  test: (channel: string) => string
  tokenRefused: (channel: string) => string
  /** LINE: 14 characters at most */
  menuBar: string
  findings: Record<FindingCode, FindingWords>
}

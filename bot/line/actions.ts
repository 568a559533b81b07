import type { messagingApi } from '@line/bot-sdk'
import type { Act } from '../../api/outbox/schema.ts'
import { cutGraphemes } from '../cut.ts'

const MOST_SAID = 300

/** LINE's own action for one of ours. `label` limits differ: 20 graphemes in quick replies, 40 on Flex buttons. */
export function action(act: Act, mostLabel: number): messagingApi.Action {
  const label = cutGraphemes(act.label, mostLabel)
  switch (act.do) {
    case 'tap':
      return { type: 'postback', label, data: act.data, displayText: cutGraphemes(act.label, MOST_SAID) }
    case 'say':
      return { type: 'message', label, text: cutGraphemes(act.text, MOST_SAID) }
    case 'open':
      return { type: 'uri', label, uri: act.url }
  }
}

import { type Answer, badBody, type Detail, refused } from './answer.ts'
import { checkAction, inQuickReply } from './actions.ts'
import { checkFlex } from './flex.ts'
import { type Complain, checkMediaUrl, checkOneOf, checkText, type Fields, isFields } from './shape.ts'
import { checkTemplate } from './templates.ts'

const MESSAGES_A_CALL = 5
const QUICK_REPLIES = 13
const TYPES = [
  'text',
  'textV2',
  'sticker',
  'image',
  'video',
  'audio',
  'location',
  'imagemap',
  'template',
  'flex',
] as const

/** What LINE says to these messages, or nothing when it would take them. */
export function refusalOf(messages: unknown): Answer | undefined {
  if (!Array.isArray(messages) || messages.length < 1 || messages.length > MESSAGES_A_CALL) {
    return badBody([{ property: 'messages', message: `Size must be between 1 and ${MESSAGES_A_CALL}` }])
  }
  const details: Detail[] = []
  messages.forEach((message, index) => {
    const at = `messages[${index}]`
    checkMessage(message, (property, wrong) => details.push({ message: wrong, property: `${at}${property}` }))
  })
  if (details.length > 0) return badBody(details)
  for (const [index, message] of messages.entries()) {
    const inside: Detail[] = []
    checkInside(message, (property, wrong) => inside.push({ message: wrong, property }))
    if (inside.length > 0) return refused(400, `A message (messages[${index}]) in the request body is invalid`, inside)
  }
  return undefined
}

/** The outer fields: LINE names them `messages[0].text`. */
function checkMessage(message: unknown, complain: Complain) {
  if (!isFields(message)) return complain('', 'must be an object')
  checkOneOf(message.type, TYPES, '.type', complain)
  if (message.type === 'text' || message.type === 'textV2') checkWords(message, complain)
  if (message.type === 'sticker') {
    checkText(message.packageId, '.packageId', complain, { max: 20 })
    checkText(message.stickerId, '.stickerId', complain, { max: 20 })
  }
  if (message.type === 'image' || message.type === 'video') {
    checkMediaUrl(message.originalContentUrl, '.originalContentUrl', complain)
    checkMediaUrl(message.previewImageUrl, '.previewImageUrl', complain)
  }
  if (message.type === 'audio') checkAudio(message, complain)
  if (message.type === 'location') checkLocation(message, complain)
  if (message.type === 'flex' || message.type === 'template' || message.type === 'imagemap') {
    checkText(message.altText, '.altText', complain, { max: 1500 })
  }
  if (message.type === 'imagemap') checkMediaUrl(message.baseUrl, '.baseUrl', complain)
  checkQuickReply(message.quickReply, complain)
  checkSender(message.sender, complain)
}

/** The tree inside a card: LINE names its places `/body/contents/0/text`. */
function checkInside(message: unknown, complain: Complain) {
  if (!isFields(message)) return
  if (message.type === 'flex') checkFlex(message.contents, complain)
  if (message.type === 'template') checkTemplate(message.template, '/template', complain)
  if (isFields(message.quickReply) && Array.isArray(message.quickReply.items)) {
    message.quickReply.items.forEach((item, index) => {
      const at = `/quickReply/items/${index}`
      checkAction(isFields(item) ? item.action : undefined, `${at}/action`, inQuickReply, complain)
      if (isFields(item) && item.imageUrl !== undefined) checkMediaUrl(item.imageUrl, `${at}/imageUrl`, complain)
    })
  }
}

const PLACEHOLDER = /\{\{|\}\}|\{([^{}]*)\}/g

function checkWords(message: Fields, complain: Complain) {
  checkText(message.text, '.text', complain, { max: 5000 })
  if (Array.isArray(message.emojis) && message.emojis.length > 20) complain('.emojis', 'Size must be between 0 and 20')
  if (message.type !== 'textV2' || typeof message.text !== 'string') return
  const substitution = isFields(message.substitution) ? message.substitution : {}
  if (Object.keys(substitution).length > 100) complain('.substitution', 'Size must be between 0 and 100')
  for (const [whole, key] of message.text.matchAll(PLACEHOLDER)) {
    if (key === undefined) continue
    if (!/^[0-9A-Za-z_]{1,20}$/.test(key)) complain('.text', `invalid placeholder ${whole}`)
    else if (!isFields(substitution[key])) complain(`.substitution.${key}`, 'must be specified')
  }
}

function checkAudio(message: Fields, complain: Complain) {
  checkMediaUrl(message.originalContentUrl, '.originalContentUrl', complain)
  if (typeof message.duration !== 'number' || message.duration <= 0) complain('.duration', 'must be specified')
}

function checkLocation(message: Fields, complain: Complain) {
  checkText(message.title, '.title', complain, { max: 100 })
  checkText(message.address, '.address', complain, { max: 100 })
  if (typeof message.latitude !== 'number') complain('.latitude', 'must be specified')
  if (typeof message.longitude !== 'number') complain('.longitude', 'must be specified')
}

function checkQuickReply(quickReply: unknown, complain: Complain) {
  if (quickReply === undefined) return
  const items = isFields(quickReply) && Array.isArray(quickReply.items) ? quickReply.items : []
  if (items.length < 1 || items.length > QUICK_REPLIES) {
    complain('.quickReply.items', `Size must be between 1 and ${QUICK_REPLIES}`)
  }
  items.forEach((item, index) => {
    if (!isFields(item) || item.type !== 'action') complain(`.quickReply.items[${index}].type`, 'must be action')
  })
}

function checkSender(sender: unknown, complain: Complain) {
  if (sender === undefined) return
  if (!isFields(sender)) return complain('.sender', 'must be an object')
  if (sender.name !== undefined) checkText(sender.name, '.sender.name', complain, { max: 20 })
  if (sender.iconUrl !== undefined) checkMediaUrl(sender.iconUrl, '.sender.iconUrl', complain)
}

import { checkAction, onFlexButton, onFlexPart } from './actions.ts'
import { type Complain, checkMediaUrl, type Fields, isFields } from './shape.ts'

const BUBBLE_BYTES = 30 * 1024
const CAROUSEL_BYTES = 50 * 1024
const CAROUSEL_BUBBLES = 12

type Rule = (value: unknown) => string | undefined

const oneOf =
  (...allowed: string[]): Rule =>
  (it) =>
    typeof it === 'string' && allowed.includes(it) ? undefined : `invalid value: must be one of ${allowed.join(', ')}`
const sized =
  (keywords: string[], units: RegExp): Rule =>
  (it) =>
    typeof it === 'string' && (keywords.includes(it) || units.test(it)) ? undefined : 'invalid size'
const colour: Rule = (it) =>
  typeof it === 'string' && /^#([0-9a-fA-F]{6}|[0-9a-fA-F]{8})$/.test(it) ? undefined : 'invalid color'
const flag: Rule = (it) => (typeof it === 'boolean' ? undefined : 'must be a boolean')
const whole: Rule = (it) =>
  typeof it === 'number' && Number.isInteger(it) && it >= 0 ? undefined : 'must be a non-negative integer'
const anything: Rule = () => undefined

const PX = /^\d+(\.\d+)?px$/
const PX_OR_PERCENT = /^\d+(\.\d+)?(px|%)$/
const OFFSET = /^-?\d+(\.\d+)?(px|%)$/
const SPACES = ['none', 'xs', 'sm', 'md', 'lg', 'xl', 'xxl']
const TEXT_SIZES = ['xxs', 'xs', 'sm', 'md', 'lg', 'xl', 'xxl', '3xl', '4xl', '5xl']

const space = sized(SPACES, PX)
const padding = sized(SPACES, PX_OR_PERCENT)
const length = sized([], PX_OR_PERCENT)
const offset = sized(SPACES, OFFSET)
const textSize = sized(TEXT_SIZES, PX)
const align = oneOf('start', 'end', 'center')
const gravity = oneOf('top', 'bottom', 'center')
const ratio: Rule = (it) => {
  const [, width, height] = /^(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)$/.exec(typeof it === 'string' ? it : '') ?? []
  return width && height && Number(height) <= 3 * Number(width) ? undefined : 'invalid aspect ratio'
}

const placed = {
  margin: space,
  position: oneOf('relative', 'absolute'),
  offsetTop: offset,
  offsetBottom: offset,
  offsetStart: offset,
  offsetEnd: offset,
}
const lettered = {
  size: textSize,
  color: colour,
  weight: oneOf('regular', 'bold'),
  style: oneOf('normal', 'italic'),
  decoration: oneOf('none', 'underline', 'line-through'),
}
const fitted = { adjustMode: oneOf('shrink-to-fit'), scaling: flag }

/** Every field a component may have; `anything` marks those that are looked into separately. */
const COMPONENTS: Record<string, Record<string, Rule>> = {
  box: {
    ...placed,
    layout: oneOf('horizontal', 'vertical', 'baseline'),
    contents: anything,
    action: anything,
    flex: whole,
    spacing: space,
    backgroundColor: colour,
    borderColor: colour,
    borderWidth: sized(['none', 'light', 'normal', 'medium', 'semi-bold', 'bold'], PX),
    cornerRadius: space,
    width: length,
    maxWidth: length,
    height: length,
    maxHeight: length,
    paddingAll: padding,
    paddingTop: padding,
    paddingBottom: padding,
    paddingStart: padding,
    paddingEnd: padding,
    justifyContent: oneOf('center', 'flex-start', 'flex-end', 'space-between', 'space-around', 'space-evenly'),
    alignItems: oneOf('center', 'flex-start', 'flex-end'),
    background: anything,
  },
  button: {
    ...placed,
    ...fitted,
    action: anything,
    flex: whole,
    color: colour,
    style: oneOf('primary', 'secondary', 'link'),
    gravity,
    height: oneOf('sm', 'md'),
  },
  text: {
    ...placed,
    ...lettered,
    ...fitted,
    text: anything,
    contents: anything,
    action: anything,
    flex: whole,
    align,
    gravity,
    wrap: flag,
    lineSpacing: sized([], PX),
    maxLines: whole,
  },
  span: { ...lettered, text: anything },
  image: {
    ...placed,
    url: anything,
    action: anything,
    flex: whole,
    align,
    gravity,
    size: sized([...TEXT_SIZES, 'full'], PX_OR_PERCENT),
    aspectRatio: ratio,
    aspectMode: oneOf('fit', 'cover'),
    backgroundColor: colour,
    animated: flag,
  },
  icon: { ...placed, url: anything, size: textSize, aspectRatio: ratio, scaling: flag },
  video: { url: anything, previewUrl: anything, altContent: anything, aspectRatio: ratio, action: anything },
  separator: { margin: space, color: colour },
  filler: { flex: whole },
}

const IN_ROWS = ['box', 'button', 'image', 'text', 'separator', 'filler']
const IN_BASELINE = ['icon', 'text', 'filler']
const BUBBLE_FIELDS = ['type', 'size', 'direction', 'header', 'hero', 'body', 'footer', 'styles', 'action']
const BUBBLE_SIZES = oneOf('nano', 'micro', 'deca', 'hecto', 'kilo', 'mega', 'giga')

export function checkFlex(contents: unknown, complain: Complain) {
  if (!isFields(contents)) return complain('/', 'must be specified')
  if (contents.type === 'bubble') return checkBubble(contents, '', complain)
  if (contents.type !== 'carousel') return complain('/type', 'must be one of bubble, carousel')
  const bubbles = Array.isArray(contents.contents) ? contents.contents : []
  if (bubbles.length < 1 || bubbles.length > CAROUSEL_BUBBLES) {
    complain('/contents', `Size must be between 1 and ${CAROUSEL_BUBBLES}`)
  }
  if (bytes(contents) > CAROUSEL_BYTES) complain('/', 'carousel must be at most 50 KB')
  bubbles.forEach((bubble, index) => checkBubble(bubble, `/contents/${index}`, complain))
  const sizes = new Set(bubbles.map((bubble) => (isFields(bubble) ? (bubble.size ?? 'mega') : '')))
  if (sizes.size > 1) complain('/contents', 'every bubble of a carousel must have the same size')
}

const bytes = (it: unknown) => Buffer.byteLength(JSON.stringify(it))

function checkBubble(bubble: unknown, at: string, complain: Complain) {
  if (!isFields(bubble) || bubble.type !== 'bubble') return complain(`${at}/type`, 'must be bubble')
  if (bytes(bubble) > BUBBLE_BYTES) complain(at || '/', 'bubble must be at most 30 KB')
  for (const field of Object.keys(bubble))
    if (!BUBBLE_FIELDS.includes(field)) complain(`${at}/${field}`, 'unknown field')
  obey(BUBBLE_SIZES, bubble.size, `${at}/size`, complain)
  obey(oneOf('ltr', 'rtl'), bubble.direction, `${at}/direction`, complain)
  for (const block of ['header', 'body', 'footer']) {
    if (bubble[block] !== undefined) checkComponent(bubble[block], `${at}/${block}`, ['box'], complain)
  }
  if (bubble.hero !== undefined) checkComponent(bubble.hero, `${at}/hero`, ['box', 'image', 'video'], complain)
  if (bubble.action !== undefined) checkAction(bubble.action, `${at}/action`, onFlexPart, complain)
  if (bubble.styles !== undefined) checkStyles(bubble.styles, `${at}/styles`, complain)
  const isEmpty = ['header', 'hero', 'body', 'footer'].every((block) => bubble[block] === undefined)
  if (isEmpty) complain(`${at}/body`, 'at least one block must be specified')
}

const STYLE: Record<string, Rule> = { backgroundColor: colour, separator: flag, separatorColor: colour }

function checkStyles(styles: unknown, at: string, complain: Complain) {
  if (!isFields(styles)) return complain(at, 'must be an object')
  for (const [block, style] of Object.entries(styles)) {
    if (!['header', 'hero', 'body', 'footer'].includes(block)) complain(`${at}/${block}`, 'unknown field')
    else if (isFields(style)) checkFields(style, STYLE, `${at}/${block}`, complain)
    else complain(`${at}/${block}`, 'must be an object')
  }
}

function obey(rule: Rule, value: unknown, at: string, complain: Complain) {
  const wrong = value === undefined ? undefined : rule(value)
  if (wrong) complain(at, wrong)
}

function checkFields(node: Fields, rules: Record<string, Rule>, at: string, complain: Complain) {
  for (const [field, value] of Object.entries(node)) {
    if (field === 'type') continue
    const rule = rules[field]
    if (!rule) complain(`${at}/${field}`, 'unknown field')
    else obey(rule, value, `${at}/${field}`, complain)
  }
}

function checkComponent(node: unknown, at: string, allowed: string[], complain: Complain) {
  const rules = isFields(node) && typeof node.type === 'string' ? COMPONENTS[node.type] : undefined
  if (!isFields(node) || !rules) return complain(`${at}/type`, 'unknown component type')
  const type = String(node.type)
  if (!allowed.includes(type)) return complain(at, `${type} is not allowed here`)
  checkFields(node, rules, at, complain)
  if (type === 'box') checkBox(node, at, complain)
  if (type === 'text') checkFlexText(node, at, complain)
  if (type === 'span' && typeof node.text !== 'string') complain(`${at}/text`, 'must be specified')
  if (type === 'video') checkVideo(node, at, complain)
  if (type === 'image' || type === 'icon' || type === 'video') checkMediaUrl(node.url, `${at}/url`, complain)
  if (type === 'button') checkAction(node.action, `${at}/action`, onFlexButton, complain)
  else if (node.action !== undefined) checkAction(node.action, `${at}/action`, onFlexPart, complain)
}

function checkBox(box: Fields, at: string, complain: Complain) {
  if (box.layout === undefined) complain(`${at}/layout`, 'must be specified')
  if (!Array.isArray(box.contents)) return complain(`${at}/contents`, 'must be specified')
  const allowed = box.layout === 'baseline' ? IN_BASELINE : IN_ROWS
  box.contents.forEach((child, index) => checkComponent(child, `${at}/contents/${index}`, allowed, complain))
  if (box.background !== undefined && !isFields(box.background)) complain(`${at}/background`, 'must be an object')
}

function checkFlexText(text: Fields, at: string, complain: Complain) {
  const spans = Array.isArray(text.contents) ? text.contents : []
  spans.forEach((span, index) => checkComponent(span, `${at}/contents/${index}`, ['span'], complain))
  if (spans.length > 0) return
  if (typeof text.text !== 'string') complain(`${at}/text`, 'must be specified')
  else if (text.text.length === 0) complain(`${at}/text`, 'must be non-empty text')
}

function checkVideo(video: Fields, at: string, complain: Complain) {
  checkMediaUrl(video.previewUrl, `${at}/previewUrl`, complain)
  checkComponent(video.altContent, `${at}/altContent`, ['box', 'image'], complain)
}

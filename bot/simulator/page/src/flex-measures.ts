/** LINE's keywords in pixels. */
const SPACES: Record<string, string> = {
  none: '0',
  xs: '2px',
  sm: '4px',
  md: '8px',
  lg: '12px',
  xl: '16px',
  xxl: '20px',
}
const LETTERS: Record<string, string> = {
  xxs: '11px',
  xs: '13px',
  sm: '14px',
  md: '16px',
  lg: '19px',
  xl: '22px',
  xxl: '29px',
  '3xl': '35px',
  '4xl': '48px',
  '5xl': '74px',
}
const PICTURES: Record<string, string> = {
  xxs: '40px',
  xs: '60px',
  sm: '80px',
  md: '100px',
  lg: '120px',
  xl: '140px',
  xxl: '160px',
  '3xl': '180px',
  '4xl': '200px',
  '5xl': '220px',
  full: '100%',
}
const BORDERS: Record<string, string> = {
  none: '0',
  light: '0.5px',
  normal: '1px',
  medium: '2px',
  'semi-bold': '3px',
  bold: '4px',
}
const ALIGNED: Record<string, string> = { start: 'left', center: 'center', end: 'right' }
const PLACED: Record<string, string> = { top: 'flex-start', center: 'center', bottom: 'flex-end' }

export type FlexNode = { type: string; [field: string]: unknown }
export type Style = { [property: string]: string | undefined }

export const word = (it: unknown) => (typeof it === 'string' ? it : undefined)
const measured = (table: Record<string, string>, it: unknown) => {
  const value = word(it)
  return value === undefined ? undefined : (table[value] ?? value)
}

export const space = (it: unknown) => measured(SPACES, it)
export const letters = (it: unknown) => measured(LETTERS, it)
export const picture = (it: unknown) => measured(PICTURES, it ?? 'md')
export const aligned = (it: unknown) => measured(ALIGNED, it)
export const placed = (it: unknown) => measured(PLACED, it)

export type Parent = { layout: string; spacing?: string; isFirst: boolean }

/** Where a component sits in its box: share, distance to the one before, offsets. */
export function position(node: FlexNode, parent: Parent): Style {
  const isRow = parent.layout !== 'vertical'
  const gap = node.margin === undefined ? parent.spacing : space(node.margin)
  const distance = parent.isFirst ? undefined : gap
  const style: Style = isRow ? { marginLeft: distance } : { marginTop: distance }
  const usual = isRow && !['icon', 'separator', 'filler'].includes(node.type) ? 1 : undefined
  const share = typeof node.flex === 'number' ? node.flex : node.type === 'filler' ? 1 : usual
  if (share !== undefined) style.flex = share === 0 ? '0 0 auto' : `${share} 1 0`
  if (isRow && node.width !== undefined) style.flex = '0 0 auto'
  if (node.gravity !== undefined && isRow) style.alignSelf = placed(node.gravity)
  if (node.position === 'absolute') style.position = 'absolute'
  const offsets = { top: node.offsetTop, bottom: node.offsetBottom, left: node.offsetStart, right: node.offsetEnd }
  for (const [side, value] of Object.entries(offsets)) style[side] = space(value)
  return style
}

export function lettering(node: FlexNode): Style {
  return {
    fontSize: letters(node.size),
    color: word(node.color),
    fontWeight: node.weight === 'bold' ? '600' : undefined,
    fontStyle: node.style === 'italic' ? 'italic' : undefined,
    textDecoration: word(node.decoration),
  }
}

export function boxStyle(box: FlexNode): Style {
  return {
    backgroundColor: word(box.backgroundColor),
    backgroundImage: gradient(box.background),
    borderColor: word(box.borderColor),
    borderStyle: box.borderWidth === undefined && box.borderColor === undefined ? undefined : 'solid',
    borderWidth: measured(BORDERS, box.borderWidth ?? (box.borderColor === undefined ? undefined : 'normal')),
    borderRadius: space(box.cornerRadius),
    overflow: box.cornerRadius === undefined ? undefined : 'hidden',
    width: word(box.width),
    maxWidth: word(box.maxWidth),
    height: word(box.height),
    maxHeight: word(box.maxHeight),
    padding: space(box.paddingAll),
    paddingTop: space(box.paddingTop),
    paddingBottom: space(box.paddingBottom),
    paddingLeft: space(box.paddingStart),
    paddingRight: space(box.paddingEnd),
    justifyContent: word(box.justifyContent),
    alignItems: word(box.alignItems),
  }
}

function gradient(it: unknown): string | undefined {
  if (typeof it !== 'object' || it === null) return undefined
  const { angle, startColor, centerColor, endColor } = it as Record<string, unknown>
  const colours = [startColor, centerColor, endColor].filter((colour) => typeof colour === 'string')
  return colours.length < 2 ? undefined : `linear-gradient(${word(angle) ?? '0deg'}, ${colours.join(', ')})`
}

/** Leaves out what is not set, so that a later shorthand does not undo a longhand. */
export function clean(...styles: Style[]): Record<string, string> {
  const set: Record<string, string> = {}
  for (const [property, value] of styles.flatMap((style) => Object.entries(style))) {
    if (value !== undefined) set[property] = value
  }
  return set
}

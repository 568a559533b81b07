import { checkAction, inImageCarousel, inTemplate, onFlexPart } from './actions.ts'
import { type Complain, checkMediaUrl, checkOneOf, checkText, type Fields, isFields } from './shape.ts'

const listOf = (it: unknown): unknown[] => (Array.isArray(it) ? it : [])

export function checkTemplate(template: unknown, at: string, complain: Complain) {
  if (!isFields(template)) return complain(at, 'must be specified')
  checkOneOf(template.type, ['buttons', 'confirm', 'carousel', 'image_carousel'], `${at}/type`, complain)
  if (template.type === 'buttons') checkPanel(template, at, complain, { text: 160, textBesideTitle: 60, actions: 4 })
  if (template.type === 'confirm') {
    checkText(template.text, `${at}/text`, complain, { max: 240, count: 'graphemes' })
    checkActions(template.actions, at, complain, { min: 2, max: 2 })
  }
  if (template.type === 'carousel') checkCarousel(template, at, complain)
  if (template.type === 'image_carousel') {
    checkColumns(template.columns, at, complain, (column, where) => {
      checkMediaUrl(column.imageUrl, `${where}/imageUrl`, complain)
      checkAction(column.action, `${where}/action`, inImageCarousel, complain)
    })
  }
}

type PanelLimits = { text: number; textBesideTitle: number; actions: number }

function checkPanel(panel: Fields, at: string, complain: Complain, limits: PanelLimits) {
  const hasMore = panel.title !== undefined || panel.thumbnailImageUrl !== undefined
  checkText(panel.text, `${at}/text`, complain, {
    max: hasMore ? limits.textBesideTitle : limits.text,
    count: 'graphemes',
  })
  if (panel.title !== undefined) checkText(panel.title, `${at}/title`, complain, { max: 40, count: 'graphemes' })
  if (panel.thumbnailImageUrl !== undefined) {
    checkMediaUrl(panel.thumbnailImageUrl, `${at}/thumbnailImageUrl`, complain)
  }
  if (panel.defaultAction !== undefined) checkAction(panel.defaultAction, `${at}/defaultAction`, onFlexPart, complain)
  checkActions(panel.actions, at, complain, { min: 1, max: limits.actions })
}

function checkActions(actions: unknown, at: string, complain: Complain, size: { min: number; max: number }) {
  const list = listOf(actions)
  if (list.length < size.min || list.length > size.max) {
    complain(`${at}/actions`, `Size must be between ${size.min} and ${size.max}`)
  }
  list.forEach((action, index) => checkAction(action, `${at}/actions/${index}`, inTemplate, complain))
}

function checkCarousel(template: Fields, at: string, complain: Complain) {
  checkColumns(template.columns, at, complain, (column, where) =>
    checkPanel(column, where, complain, { text: 120, textBesideTitle: 60, actions: 3 }),
  )
  const columns = listOf(template.columns).filter(isFields)
  const alike = (field: string, of: (it: unknown) => unknown) => new Set(columns.map((it) => of(it[field]))).size <= 1
  if (!alike('actions', (it) => listOf(it).length)) {
    complain(`${at}/columns`, 'every column must have the same number of actions')
  }
  if (!alike('title', (it) => it === undefined) || !alike('thumbnailImageUrl', (it) => it === undefined)) {
    complain(`${at}/columns`, 'title and image must be on every column or on none')
  }
}

function checkColumns(
  columns: unknown,
  at: string,
  complain: Complain,
  check: (column: Fields, where: string) => void,
) {
  const list = listOf(columns)
  if (list.length < 1 || list.length > 10) complain(`${at}/columns`, 'Size must be between 1 and 10')
  list.forEach((column, index) => {
    if (isFields(column)) check(column, `${at}/columns/${index}`)
    else complain(`${at}/columns/${index}`, 'must be an object')
  })
}

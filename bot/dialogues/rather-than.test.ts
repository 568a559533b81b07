import { expect, test } from 'vitest'
import type { CatalogueItem } from '../../api/catalogue/queries.ts'
import { ratherThan } from './rather-than.ts'

const sold = (key: string, name: string, aliases: string[] = []) =>
  ({ key, type: 'workshop', name, names: {}, aliases }) as Partial<CatalogueItem> as CatalogueItem
const knife = sold('knife', 'Knife Skills', ['ทักษะมีด'])
const ramen = sold('ramen', 'Tonkotsu Ramen One-Day', ['make ramen', 'ราเมน'])
const night = sold('night', 'Evening Nigiri Workshop', ['นิกิริรอบเย็น'])
const items = [knife, ramen, night]

test.each([
  ['make it the ramen one instead', ['ramen']],
  ['เปลี่ยนเป็นราเมนดีกว่า', ['ramen']],
  ['rather the nigiri workshop', ['night']],
  // when, how many, the same, and no change
  ['make it the saturday one instead', undefined],
  ['make it two people instead', undefined],
  ['change it to the evening', undefined],
  ['เปลี่ยนเป็นรอบเย็นวันเสาร์', undefined],
  ['make it the knife skills after all, not that', undefined],
  ['is the ramen one spicy?', undefined],
])('%s: %j', (said, keys) => expect(ratherThan(said, knife, items)?.map((it) => it.key)).toEqual(keys))

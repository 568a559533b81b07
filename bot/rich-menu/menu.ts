import { z } from 'zod'
import type { Act } from '../../api/outbox/schema.ts'
import type { Language, Tenant } from '../../api/tenants/schema.ts'
import { connectCopyIn } from '../copy/connect/copy.ts'
import { copyIn } from '../copy/copy.ts'
import { tapsOf } from '../messages.ts'
import { sizeOfPng } from './png.ts'

/** What stands below the chat all the time, in one language: a bar, a picture, and what its parts do. */
export type RichMenu = {
  name: string
  bar: string
  picture: Buffer
  width: number
  height: number
  /** side by side, of equal width */
  acts: Act[]
}

/** A menu, and whom it is for; the first of several is also for everybody else. */
export type MenuToPut = { language: Language; menu: RichMenu; people: string[] }
export type PutMenus = { menus: Partial<Record<Language, string>>; linked: number }

/** The platform said no, in its own words. */
export class PlatformRefused extends Error {}
/** What came back in the platform's name is none of its answers. */
export class PlatformGarbled extends Error {}

/** LINE: 800 to 2,500 wide, at least 250 high and 1.45 times as wide as high, 1 MB. Base64 in a body of 1 MB leaves less. */
const MOST_BYTES = 700_000
export const MenuPicture = z
  .base64()
  .max(Math.ceil(MOST_BYTES / 3) * 4, 'The picture may have 700 KB')
  .transform((text) => Buffer.from(text, 'base64'))
  .superRefine((picture, check) => {
    const size = sizeOfPng(picture)
    if (!size) return check.addIssue('The picture is not a PNG')
    if (size.width < 800 || size.width > 2_500)
      check.addIssue(`The picture is 800 to 2,500 wide; this is ${size.width}`)
    if (size.height < 250 || size.width / size.height < 1.45)
      check.addIssue('The picture is at least 250 high, and at least 1.45 times as wide as high')
  })

/** The four things everybody may want at any time; the same buttons as in the greeting. */
export function menuOf(tenant: Tenant, language: Language, picture: Buffer): RichMenu {
  const tap = tapsOf({ tenant, now: null })
  const { menu } = copyIn(language)
  return {
    name: `bellhop ${tenant.key} ${language}`,
    bar: connectCopyIn(language).menuBar,
    picture,
    ...(sizeOfPng(picture) ?? { width: 0, height: 0 }),
    acts: (['report', 'book', 'status', 'person'] as const).map((what) => tap(menu[what], 'menu', what)),
  }
}

import { z } from 'zod'
import { languages } from './tenants/schema.ts'
import { slotNames } from './triage/understanding.ts'
import { written } from './written.ts'

/** Whatever else a business asks is answered in the customer's own words. */
const readByTheDesk: readonly string[] = slotNames
/** What a conversation keeps under its own names while it goes on. */
const ofTheDialogue = ['slot', 'agreed', 'change', 'consent', 'note', 'constructor']
const MOST_ASKED = 12

/** The key of what a business sets up: others name it by this, so it never changes. */
export const Key = z
  .string()
  .regex(/^[a-z][a-z0-9_-]{0,59}$/, 'Is up to 60 lower-case letters, digits, hyphens and underscores, a letter first')

/** Words in some of the languages. */
export const WordsIn = (most: number) =>
  z.strictObject({ th: written(most).optional(), en: written(most).optional(), ja: written(most).optional() })

/** The same for things that a business has numbers of its own for. */
export const OwnKey = z
  .string()
  .regex(/^[A-Za-z0-9][\w.-]{0,59}$/, 'Is up to 60 letters, digits, dots, hyphens and underscores, no sign first')

/** What people call it, in one language at least; English stands in for a language that is left out. */
export const Names = WordsIn(80).refine(
  (it) => languages.some((language) => it[language]),
  'Has a name in one language at least',
)
export const NamesView = z.record(z.string(), z.string())

const SlotName = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,39}$/, 'Is up to 40 lower-case letters, digits and underscores, a letter first')
  .refine((it) => !ofTheDialogue.includes(it), 'Is a name the desk uses for something else')

const asked = z.array(SlotName).max(MOST_ASKED)

/** What a kind of booking or a type of case asks. */
export const AsksInput = {
  requiredSlots: asked
    .default([])
    .meta({ description: `Asked until it is known. The desk has words for ${readByTheDesk.join(', ')}` }),
  optionalSlots: asked.default([]).meta({
    description: 'Understood when it is told; asked, and may be skipped, where it has a question in `slotWords`',
  }),
  slotWords: z
    .record(SlotName, z.strictObject({ label: WordsIn(60), question: WordsIn(300).optional() }))
    .default({})
    .meta({ description: 'Your own names and questions; what the desk has no words for needs them' }),
}
export const AsksView = {
  requiredSlots: z.array(z.string()),
  optionalSlots: z.array(z.string()),
  slotWords: z.record(
    z.string(),
    z.object({ label: z.record(z.string(), z.string()), question: z.record(z.string(), z.string()).optional() }),
  ),
}

type Asked = {
  requiredSlots: string[]
  optionalSlots: string[]
  slotWords: Record<string, { label: object }>
}

/** What is asked once, in words that somebody has. */
export function refuseUnaskable(it: Asked, check: z.core.$RefinementCtx): void {
  const all = [...it.requiredSlots, ...it.optionalSlots]
  const wrong = (path: (string | number)[], message: string) => check.addIssue({ code: 'custom', path, message })
  const twice = all.find((name, at) => all.indexOf(name) < at)
  if (twice) wrong(['requiredSlots'], `Asks for ${twice} once, as required or as optional`)
  for (const name of it.requiredSlots) {
    if (!readByTheDesk.includes(name) && !Object.hasOwn(it.slotWords, name))
      wrong(['slotWords', name], 'Needs a `label`, better a `question` too: the desk has no words of its own for it')
  }
  for (const [name, own] of Object.entries(it.slotWords)) {
    if (!all.includes(name)) wrong(['slotWords', name], 'Is neither in `requiredSlots` nor in `optionalSlots`')
    if (!Object.values(own.label).some(Boolean))
      wrong(['slotWords', name, 'label'], 'Has words in one language at least')
  }
}

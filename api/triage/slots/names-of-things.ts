import type { Gazetteer } from '../understanding.ts'

type Thing = Gazetteer[number]

const IN_BRACKETS = /\s*[(（][^()（）]*[)）]\s*$/
/** What kind of place or thing it is: people leave it out ("at the Riverbend", "ที่ลานนาลีฟ"). */
const KIND =
  /[ -](?:hotel|lodge|resort|spa|inn|ryokan|homestay|guesthouse|hostel|villas?|golf|golf club|country club|golf resort|golf course|club|links|steakhouse|omakase|restaurant|bistro|cafe|chauffeur|van service|transfers?|cruises?|campus|studio|branch|workshop|class|course|certificate|service|co\.|\d+ ?(?:mm|g|ml|min)\.?)$/i
const THAI_KIND =
  /\s*(?:คันทรีคลับ|กอล์ฟคลับ|กอล์ฟรีสอร์ต|กอล์ฟรีสอร์ท|กอล์ฟ|รีสอร์ต|รีสอร์ท|โรงแรม|สปา|โอมากาเสะ|สเต๊กเฮาส์|ชัวเฟอร์|สาทร|แอนด์โอ๊ค|เวิร์กช็อป|วิทยาเขต|สตูดิโอ)$/
const THAI_KIND_BEFORE = /^(?:โรงแรม|วิทยาเขต|สตูดิโอ|สาขา|ร้าน|สปา|สนาม|เวิร์กช็อป|คอร์ส)\s*/
const COMMON =
  /^(?:private|golf|school|home|evening|chef|extra|guest|family|starter|foundation|leisure|corporate|airport|night)$/i
const LEAST_LATIN = 5
const LEAST_OTHER = 5

/**
 * The catalogue's name as people say it: without a note in brackets, unless another item has that very name. `LINE OA friends (Thai)` is
 * `LINE OA friends`; of `Instagram followers (mixed)` and `(Thai)` the first one is meant when nothing more is said.
 */
export const saidName = (name: string, among: readonly string[]): string => {
  const short = name.replace(IN_BRACKETS, '').trim()
  if (short === name || short === '') return name
  const others = among.filter((it) => it.replace(IN_BRACKETS, '').trim() === short)
  return others[0] === name && !among.includes(short) ? short : name
}

/**
 * Of things called the same but for a note in brackets, the one whose note stands beside the name: 'Instagram followers … Thai ones' are
 * `Instagram followers (Thai)`. Nothing where the name as it was said, or a note of its own, settles it.
 */
export const particularName = (
  value: string,
  said: string,
  beside: string,
  gazetteer: Gazetteer,
): string | undefined => {
  const items = gazetteer.filter((it) => it.slot === 'item')
  const bare = bareName(value)
  const alike = items.filter((it) => bareName(it.value) === bare)
  if (alike.length < 2) return undefined
  const names = items.map((it) => it.value)
  const own = alike.find((it) => saidName(it.value, names) === value)
  if (!own) return undefined
  const isSaid = (thing: Thing) => notesOf(thing, alike).some((note) => isWordIn(note, said) || isWordIn(note, beside))
  if (isSaid(own)) return undefined
  const [other, ...others] = alike.filter((it) => it !== own && isSaid(it))
  return other && others.length === 0 ? saidName(other.value, names) : undefined
}

const bareName = (name: string): string => name.replace(IN_BRACKETS, '').trim()
const LEAST_OF_NOTE = 3

/** What stands in brackets behind its names, and what follows the name of another that is called so: คนไทย of ฟอลไอจีคนไทย. */
const notesOf = (thing: Thing, alike: readonly Thing[]): string[] => {
  const others = alike.filter((it) => it !== thing).flatMap((it) => [it.value, ...it.names])
  const notes = [thing.value, ...thing.names].flatMap((name) => {
    const inBrackets = /[(（]([^()（）]*)[)）]\s*$/.exec(name)?.[1]
    if (inBrackets) return inBrackets.split(/[,、・/]/)
    const before = others.filter((it) => it.length >= LEAST_LATIN && name.startsWith(it) && name !== it)
    return before.map((it) => name.slice(it.length))
  })
  return [...new Set(notes.map((it) => it.trim().toLowerCase()))].filter((it) => it.length >= LEAST_OF_NOTE)
}

const isWordIn = (note: string, low: string): boolean => {
  if (!/^[\x20-\x7e]+$/.test(note)) return low.includes(note)
  const at = low.indexOf(note)
  return at >= 0 && !/[a-z0-9]/.test(low[at - 1] ?? ' ') && !/[a-z0-9]/.test(low[at + note.length] ?? ' ')
}

/** Every way to write the things of a catalogue; a short form that would fit two of them fits neither. */
export const waysToSay = (gazetteer: Gazetteer): Map<Thing, string[]> => {
  const given = new Map(
    gazetteer.map((it) => [it, [...new Set([it.value, ...it.names].map((name) => name.trim()).filter(Boolean))]]),
  )
  const owners = new Map<string, Set<string>>()
  const claim = (name: string, value: string) => {
    const key = name.toLowerCase()
    owners.set(key, (owners.get(key) ?? new Set()).add(value))
  }
  for (const [it, names] of given) for (const name of names) claim(name, it.value)
  const short = new Map([...given].map(([it, names]) => [it, names.flatMap(shorter)]))
  for (const [it, names] of short) for (const name of names) claim(name, it.value)
  return new Map(
    [...given].map(([it, names]) => [
      it,
      [...names, ...(short.get(it) ?? []).filter((name) => owners.get(name.toLowerCase())?.size === 1)],
    ]),
  )
}

const shorter = (name: string): string[] => {
  const forms = new Set<string>()
  const bare = name.replace(IN_BRACKETS, '').trim()
  if (/^[\x20-\x7e\u00c0-\u024f]+$/.test(bare)) {
    let left = bare
    for (let cut = left.replace(KIND, ''); cut !== left; cut = left.replace(KIND, '')) left = cut
    // a name of one everyday word is none: "Private class" is not "private"
    if (COMMON.test(left)) left = bare
    for (const form of [bare, left]) if (letters(form) >= LEAST_LATIN) forms.add(form).add(form.replaceAll('&', 'and'))
  } else {
    const left = bare.replace(THAI_KIND, '').replace(THAI_KIND_BEFORE, '').trim()
    for (const form of [bare, left]) if (letters(form) >= LEAST_OTHER) forms.add(form)
  }
  forms.delete(name)
  return [...forms]
}

const letters = (name: string): number => name.replace(/[^\p{L}\p{M}\d]/gu, '').length

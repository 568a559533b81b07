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

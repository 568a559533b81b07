/** What somebody says who has no answer yet to what a business would like to know: no budget set, no day chosen. It may stay open, and people ask later. */

const THAI =
  /(?:ยัง)?ไม่(?:ได้|มี|ทัน|เคย)?(?:ตั้ง|กำหนด|จำกัด|เลือก|คิด|ฟิกซ?์?|ล็อ[กค])(?:งบ|วัน|เรื่องงบ)?|(?:ยัง)?ไม่(?:มี|รู้|ทราบ|แน่ใจ|แน่)(?:งบ|วัน|ว่า|เลย|$|\s|ค่ะ|คะ|ครับ|นะ)|(?:ยัง|อยู่)?ไม่(?:ชัวร์|แน่นอน|สรุป)|(?:ขอ|อยาก)(?:รู้|ทราบ|ดู|เห็น)(?:เรื่อง)?(?:ราคา|เรต|เรท)(?:ก่อน|ดูก่อน)|(?:งบ|วัน)(?:ไหน)?(?:ก็ได้|ยืดหยุ่น|ไม่จำกัด|แล้วแต่)|แล้วแต่(?:ราคา|ทีม|แอด)?/
const ENGLISH =
  /\b(?:no (?:fixed |set |specific |particular |real |exact )?(?:budgets?|dates?|days?|idea)(?: (?:yet|set|in mind|at the moment|for now))?|(?:don'?t|do not|haven'?t|have not|didn'?t) (?:really )?(?:have|know|set|got|decided?|fixed|chosen|picked)(?: (?:a|any|the|one|on))*|not (?:sure|decided|fixed|set)(?: yet)?|undecided|to be (?:decided|confirmed)|tb[dc]|(?:dates?|days?|budget)(?: (?:is|are|'s))? (?:open|flexible)|(?:we|i)(?:'re| are|'m| am)? flexible|(?:any|whichever|whatever) (?:day|date|budget)|(?:tell|give|show|send) (?:me|us) (?:the |a |your )?(?:price|quote|rates?)s? first|price first)\b/i
const JAPANESE =
  /(?:まだ)?(?:決めて|決まって|定まって)(?:い)?(?:ない|ません)|未定|(?:予算|日程|日にち)(?:は|も)?(?:特に|まだ)?(?:ない|ありません|決め|未定)|(?:特に|とくに)(?:ない|ありません|決め)|(?:まず(?:は)?|先に)(?:金額|料金|値段|価格|お見積)|いつでも(?:いい|大丈夫|結構)/
const CHINESE =
  /(?:还|還)?(?:没有?|沒有?)(?:定|决定|決定|想好|预算|預算|确定|確定)|未定|不(?:确定|確定)|先(?:看|知道|报|報)价/
const LONGEST = 90

/** 'No budget set', ยังไม่ได้กำหนดวัน, まだ決めていません. Who names a sum or a day has an answer. */
export function isLeftOpen(said: string): boolean {
  const words = said.trim().replaceAll('’', "'")
  return words.length <= LONGEST && !/\d/.test(words) && [THAI, ENGLISH, JAPANESE, CHINESE].some((it) => it.test(words))
}

const words = new Intl.Segmenter('th', { granularity: 'word' })

const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** A name ends where one of these begins. */
const ENDS = list(`
  รับปาก ทัก กลับ ตกลง หาย ไว้ เขียน สอน แบบ เกษียณ เดิม ลืม ล้ม หลง ป่วย กำลัง กี่ นี่ ครับ คับ ค่ะ คะ ค่า คร้าบ นะ นะคะ นะครับ จ้า จ้ะ จ๊ะ จ๋า น่ะ ฮะ เอง เลย ด้วย หน่อย ที แล้ว ไป มา ได้ ไม่ ให้ ขอ ที่ ใน เป็น แทน โทร โทร. เบอร์ ติดต่อ ลา ลาออก ออก
  ส่ง แจ้ง จอง และ กับ หรือ จะ ก็ ว่า มี ยัง เคย โดน ถูก ตอบ ช่วย อยู่ คือ ของ จาก ถึง เพิ่ง บอก พูด รับ พร้อม ตั้งแต่ วันที่ วัน เวลา รุ่น คอร์ส ทริป เดินทาง ฝาก รบกวน
  ตอน ตอนนี้ ซึ่ง แต่ เพราะ ตาม อีก ทั้ง ต้อง ต้องการ สำหรับ เท่านั้น คน ท่าน เมื่อ เมื่อวาน วันนี้ พรุ่งนี้ ตำแหน่ง แผนก ค้าบ งับ อ่ะ อะ ไหม มั้ย ป่ะ เข้า เปลี่ยน ย้าย
  เริ่ม เริ่มงาน เริ่มใช้ สิ้นสุด โปรด กรุณา เจ้าเดิม เหมือนเดิม นี้ นั้น อันนี้ แผน แพลน โอน เติม จ่าย ยอด ไลน์ อีเมล เมล อายุ บริษัท สมาชิก ตัว ทำ ขึ้น ลง ผ่าน คืน
`)
/** What stands after "name" without being one. */
const NO_NAME = list(`
  ผิด ไม่ ใน ที่ บน ลูกค้า ผู้ เรา ของ หาย ตก อะไร ใคร คน สะกด ภาษา บริษัท เดียว ซ้ำ นี้ นั้น ร้าน มัน ก็ แต่ แม่ พ่อ ยาย ตา ลุง ป้า น้า ปู่ ย่า พี่ น้อง ลูก หลาน หมอ ครู
  สาขา แผนก หน่วยงาน องค์กร ตำแหน่ง ผู้รับ ผู้ซื้อ ผู้ขาย สินค้า ไฟล์ เมนู ภาพ สมบัติ ค่า ไหน มี ได้ จะ แล้ว กับ และ ถูก กลาย ยัง ไกด์ อ่าน ใหม่ เก่า เดิม จริง เล่น ส่วนตัว ส่วน ย่อ กระเป๋า ยูส บัญชี กลุ่ม เพจ ทริป ทัวร์ คอร์ส คลาส ไว้ ก่อน เป็น ให้ ขึ้น
  ลง ว่า โรงแรม เจ้าหน้าที่ แอดมิน พนักงาน สมาชิก ตัว แขก เพื่อน แฟน สามี ภรรยา ผม ดิฉัน ฉัน หนู ทุก ทั้ง หลาย สอง สาม คุณ ท่าน เต็ม กลาง เชฟ อาจารย์ วิทยากร กัน ต่อ หัวหน้า
  ก้ม ก้มหน้า ปาก รีบ รีบๆ ป่วย แตะ ดุ พูด ด่า ใช้ มือ ฝรั่ง คนไทย ซูชิ สั่ง บอก หญิง นาย ก๊วน คณะ สลับ เบิก เดิน ถาม เรียก นี่ นั่น กี่ เขา เค้า ไง อย่าง เก่ง สาธิต สอน ใหญ่ ญี่ปุ่น สาว ชาย เขย สะใภ้ อยาก ผู้จัดการ นามสกุล ออก แก้ เปลี่ยน ติด โดน เข้า ตรง ไทย อังกฤษ หลัก แค่ ขอ ช่วย ต้อง ทำ ห้อง สนาม คุณภาพ บาง อื่น
`)

const NO_NAME_BEGINS =
  /^(?:เหรอ|หรอ|พ่อ|แม่|ลุง|ป้า|ลูกค้า|เจ้าหน้าที่|ปู่|ย่า|ยาย|ไม่|อยาก|ช่วย|ฝาก|จะ(?!เด็ด)|ได้|ให้|ขอ(?!ง)|ของ|ตัวเอง|ผู้|คน(?!อง)|ชื่อ|ยูส|ตา(?=ไป|ลืม|ไม่|เดิน|ป่วย|ล้ม|เจ็บ|แก)|เป็น|ที่)/
/** These begin names too (วันเพ็ญ, มีชัย), unless what they mean alone goes on. */
const MAY_BEGIN = /^(?:วัน|มี)$/
const SHORT_PIECE = 2
const THAI_RUN = /^[\u0e00-\u0e7f.]+/
const LEAST = 2
const MOST = 24
const A_FAMILY_NAME_AFTER = /^ (?=[ก-ฮเ-ไ])/

/** The Thai name a text begins with, up to where the sentence goes on; with the family name, if `full`. Undefined where none begins. */
export const thaiNameIn = (text: string, { full }: { full: boolean }): string | undefined => {
  const first = oneName(text)
  if (!first) return undefined
  const rest = text.slice(first.length)
  if (!full || !A_FAMILY_NAME_AFTER.test(rest)) return first
  const family = oneName(rest.slice(1), false)
  if (!family || family.length < 3) return first
  const goesOn = rest.slice(1 + family.length)
  return goesOn === '' || /^[\s,.0-9(]/.test(goesOn) || startsWithEnd(goesOn) ? `${first} ${family}` : first
}

const oneName = (text: string, mayBeWord = true): string | undefined => {
  const run = THAI_RUN.exec(text.slice(0, MOST * 2))?.[0] ?? ''
  if (NO_NAME_BEGINS.test(run)) return undefined
  let name = ''
  let lastPiece = ''
  for (const { segment } of words.segment(run)) {
    if (name === '' && NO_NAME.has(segment)) return undefined
    if (
      segment === 'วัน' &&
      name !== '' &&
      !/^วัน(?:ที่|นี้|จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์|$)/.test(run.slice(name.length))
    ) {
      name += segment
      continue
    }
    // บุญมี, อรอุมา
    const isItsEnd =
      name !== '' &&
      run === name + segment &&
      (segment === 'มี' || (segment === 'มา' && lastPiece.length <= SHORT_PIECE))
    lastPiece = segment
    if (isItsEnd) {
      name += segment
      break
    }
    if (ENDS.has(segment) && !(mayBeWord && name === '' && MAY_BEGIN.test(segment) && run.length > segment.length))
      break
    if (name !== '' && /^(?:ไม่|อยาก|ช่วย|ฝาก)/.test(segment)) break
    name += segment
  }
  name = name.replace(/\.+$/, '')
  return name.length >= LEAST && name.length <= MOST && /[ก-ฮ]/.test(name) && name !== 'อา' ? name : undefined
}

const startsWithEnd = (text: string): boolean => {
  const [first] = words.segment(text.slice(0, 12))
  return first !== undefined && ENDS.has(first.segment)
}

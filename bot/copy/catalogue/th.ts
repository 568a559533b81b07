import type { catalogue as english } from './en.ts'

/** What the catalogue tells, in Thai. */
export const catalogue: typeof english = {
  per: {
    person: (price) => `${price} ต่อท่าน`,
    piece: (price) => `ชิ้นละ ${price}`,
    hour: (price) => `${price} ต่อชั่วโมง`,
    day: (price) => `${price} ต่อวัน`,
    night: (price) => `${price} ต่อคืน`,
    week: (price) => `${price} ต่อสัปดาห์`,
    month: (price) => `${price} ต่อเดือน`,
    thousand: (price) => `${price} ต่อ 1,000`,
    year: (price) => `${price} ต่อปี`,
  },
  from: (price) => `เริ่มต้น ${price}`,
  price: (price) => `ราคา ${price} ค่ะ`,
  forUnits: (it) => `${it.units.toLocaleString('en')} รวม ${it.total}`,
  forParty: (it) => `${it.people} ท่าน รวม ${it.total}`,
  childrenApart: (it) =>
    `${it.sum} (คิดราคาเต็มทุกท่าน ราคาเด็ก${it.percent ? `ซึ่งปกติคิด ${it.percent}% ` : ''}ทีมงานจะยืนยันให้ค่ะ)`,
  length: (it) => {
    const trip = [it.days && `${it.days} วัน`, it.nights && `${it.nights} คืน`].filter(Boolean).join(' ')
    const sessions = it.sessions && `${it.sessions} ครั้ง`
    const each = it.hoursEach && `ครั้งละ ${it.hoursEach} ชั่วโมง`
    return [trip, sessions, each, it.hours && `${it.hours} ชั่วโมง`].filter(Boolean).join(' ')
  },
  highlights: (list) => `ไฮไลต์: ${list.join(' · ')}`,
  long: (length) => `ระยะเวลา ${length}`,
  date: (it) => `${it.when} (เหลือ${it.enough ? '' : 'แค่'} ${it.left} ที่)`,
  next: (dates) => `รอบถัดไป: ${dates}`,
  yesOn: (dates) => `ยังว่าง: ${dates}`,
  fullOn: (day) => `${day} เต็มแล้วค่ะ`,
  nothingOn: (day) => `${day} ไม่มีรอบค่ะ`,
  allFull: () => 'ตอนนี้เต็มทุกรอบที่เปิดขายค่ะ',
  hours: (when) => `เวลา: ${when}`,
  noDates: () => 'ตอนนี้ยังไม่มีรอบที่เปิดขายค่ะ',
  startsAt: (times) => `เริ่มเวลา ${times.join(' หรือ ')} น. ค่ะ`,
  anyDay: () => 'เลือกวันเดินทางได้ทุกวันค่ะ',
  unlisted: {
    price: 'ราคายังไม่ได้ระบุไว้ค่ะ ทีมงานแจ้งให้ได้นะคะ',
    length: 'ระยะเวลายังไม่ได้ระบุไว้ค่ะ ทีมงานแจ้งให้ได้นะคะ',
    when: 'วันที่ยังไม่ได้ระบุไว้ค่ะ ทีมงานแจ้งให้ได้นะคะ',
    until: 'เวลาเลิกยังไม่ได้ระบุไว้ค่ะ ทีมงานแจ้งให้ได้นะคะ',
    seats: 'วันที่ยังไม่ได้ระบุไว้ค่ะ ทีมงานแจ้งให้ได้นะคะ',
  },
  includes: (list) => `ราคานี้รวม: ${list.join(' · ')}`,
  excludes: (list) => `ไม่รวม: ${list.join(' · ')}`,
  notWritten: (parts) => `รวม${parts}ด้วยหรือไม่ ยังไม่ได้ระบุไว้ค่ะ ทีมงานแจ้งให้ได้นะคะ`,
  groupSize: ({ least, most }) => {
    if (least === undefined) return `รับไม่เกิน ${most} ท่านค่ะ`
    return most === undefined ? `ตั้งแต่ ${least} ท่านขึ้นไปค่ะ` : `กรุ๊ปละ ${least}–${most} ท่านค่ะ`
  },
  effort: (words) => `ระดับความหนักของทริป: ${words}`,
  whetherItSuits: () => 'เหมาะกับผู้ร่วมเดินทางหรือไม่ ทีมงานช่วยดูให้อีกครั้งได้ค่ะ',
  oldEnough: (from) => `ได้ค่ะ รับเด็กตั้งแต่อายุ ${from} ปีขึ้นไป`,
  whoFor: 'รับผู้เข้าร่วม',
  agesFrom: (from) => `อายุ ${from} ปีขึ้นไป`,
  tooYoung: (from) => `ยังไม่ได้นะคะ รายการนี้รับตั้งแต่อายุ ${from} ปีขึ้นไปค่ะ`,
  forAge: (age) => `เด็กอายุ ${age} ปีเรียนหรือร่วมได้ตามนี้ค่ะ`,
  which: () => 'หมายถึงรายการไหนคะ',
  thisOne: () => 'หมายถึงรายการนี้ใช่ไหมคะ',
  compare: () => 'ตามนี้เลยค่ะ',
  notOnSale: (name) => `ไม่พบ “${name}” ในรายการที่เปิดอยู่ค่ะ ที่มีเร็วๆ นี้ตามนี้นะคะ`,
  some: () => 'ของเรามีตามนี้ค่ะ',
  there: (place) => `ที่ไป ${place} มีตามนี้ค่ะ`,
  noneSoLong: (nights) => `ยังไม่มีโปรแกรม ${nights} คืนพอดีนะคะ`,
  onThatDay: (day) => `${day} ยังว่างตามนี้ค่ะ`,
  book: 'จองรายการนี้',
  gone: () => 'รายการนั้นไม่ได้เปิดขายแล้วค่ะ อยากจองอะไรแทนดีคะ',
}

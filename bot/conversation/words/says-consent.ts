const AROUND = '(?:\\s|[.,!。、！]|ค่ะ|คะ|ครับ|คับ|นะ|จ้า|จ้ะ|เลย|ได้|ok(?:ay)?|yes|sure|โอเค|はい|ええ)*'
const CONSENT = new RegExp(
  `^${AROUND}(?:${[
    'i (?:consent|agree to (?:that|it|this))|(?:you (?:may|can)|feel free to) (?:keep|store|note|save) (?:them|it|that|my (?:details|data|number|info(?:rmation)?))|consent given',
    '(?:ยินยอม|อนุญาต)(?:ให้(?:เก็บ|ใช้|บันทึก)(?:ข้อมูล)?)?(?:ได้)?|เก็บ(?:ข้อมูล)?ได้',
    '同意(?:する|します|いたします|しました)|(?:記録|保存|登録)(?:して(?:いただいて)?(?:も)?(?:構い|かまい)ません|(?:に)?同意します)',
    '同意(?:保存|保留)?',
  ].join('|')})${AROUND}$`,
  'i',
)

/** ยินยอมค่ะ, 同意します, 'I consent': to our keeping their details, and to nothing that was read back. */
export const saysConsent = (said: string): boolean => CONSENT.test(said.trim())

import type { Language } from '../understanding.ts'

const count = (text: string, script: RegExp): number => text.match(script)?.length ?? 0

// Latin is not yet English: Vietnamese, Spanish and their like betray themselves by marks or by everyday words
const FOREIGN_LATIN = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹñ¿¡ßøåœ]/i
const FOREIGN_WORDS =
  /(?:^|\s)(?:hola|gracias|bonjour|merci|pour|danke|bitte|nicht|ich|que|por|una|não|obrigado|saya|anda|tidak|terima|untuk|dan|ciao|grazie|xin|chào)(?=$|[\s,.!?])/gi

export const languageOf = (text: string): Language => {
  const thai = count(text, /[\u0e00-\u0e7f]/g)
  const kana = count(text, /[\u3040-\u30ff]/g)
  const han = count(text, /[\u4e00-\u9fff]/g)
  const latin = count(text, /[a-z]/gi)
  const rest = count(text, /[\p{L}]/gu) - thai - kana - han - latin
  if (thai > 0 && thai >= (kana + han) * 2 && thai >= rest) return thai * 3 >= latin ? 'th' : 'en'
  if (kana > 0 || (han > 0 && /[円様泊曜予約願]/.test(text))) return 'ja'
  if (rest > latin || han > latin) return 'other'
  if (latin === 0) return 'other'
  const foreign = count(text, FOREIGN_WORDS)
  return FOREIGN_LATIN.test(text) || foreign >= 2 ? 'other' : 'en'
}

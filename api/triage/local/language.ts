import type { Language } from '../understanding.ts'

const count = (text: string, script: RegExp): number => text.match(script)?.length ?? 0

// Latin is not yet English: Vietnamese, Spanish and their like betray themselves by marks or by everyday words
const FOREIGN_LATIN = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹñ¿¡ßøåœ]/i
const FOREIGN_WORDS =
  /(?:^|\s)(?:hola|gracias|bonjour|merci|pour|danke|bitte|nicht|ich|que|por|una|não|obrigado|saya|anda|tidak|terima|untuk|dan|ciao|grazie|xin|chào)(?=$|[\s,.!?])/gi

// Han without kana is Chinese, unless it is written as only Japanese is
const JAPANESE_ONLY = /[円様込戻払発気予歳駅図対応単両売読帰届働経変広焼辺権済残庁沢浜]/
const CHINESE_ONLY = /[吗嗎呢我你您们們这這没沒请谢謝订訂么麼怎哪给說说來还還钱錢机话问题时间开关單单认發发买车]/

type Counts = { thai: number; kana: number; han: number; latin: number; rest: number }

const countsOf = (text: string): Counts => {
  const thai = count(text, /[\u0e00-\u0e7f]/g)
  const kana = count(text, /[\u3040-\u30fa\u30fd-\u30ff]/g)
  const han = count(text, /[\u3400-\u9fff]/g)
  const latin = count(text, /[a-z]/gi)
  return { thai, kana, han, latin, rest: count(text, /\p{L}/gu) - thai - kana - han - latin }
}

/** The language a message asks to be answered in; Chinese and others are answered in English. */
export const languageOf = (text: string): Language => {
  const language = plainLanguageOf(text)
  // full-width and mathematical letters are letters of their script
  return language === 'other' ? plainLanguageOf(text.normalize('NFKC')) : language
}

const plainLanguageOf = (text: string): Language => {
  const { thai, kana, han, latin, rest } = countsOf(text)
  if (thai > 0 && thai >= (kana + han) * 2 && thai >= rest) return thai * 3 >= latin ? 'th' : 'en'
  if (kana > 0 && kana * 12 >= han) return 'ja'
  if (han > 0 && han * 4 >= latin) return JAPANESE_ONLY.test(text) && !CHINESE_ONLY.test(text) ? 'ja' : 'zh'
  if (rest > latin || latin === 0) return 'other'
  const foreign = count(text, FOREIGN_WORDS)
  return FOREIGN_LATIN.test(text) || foreign >= 2 ? 'other' : 'en'
}

// Words that Thai, Japanese and Chinese write in Latin letters without leaving their language
const BORROWED =
  /https?:\/\/\S+|\S+@\S+|\[[^\]]*\]|\b[a-z]{1,4}\d?-[a-z0-9-]+\b|\b(?=[a-z_]*\d)[a-z0-9_]+\b|\b(?:ok|qr|id|otp|line|vip|api|url|ig|fb|tiktok|youtube|facebook|instagram|promptpay|truemoney|usdt|app|sms|pin|ac|spa|vat|pdf|email|gps|hr|am|pm)\b/gi
const LEAST_WORDS = 2

/** How a message is written, as labelled data says it: `mixed` is Thai with English words of weight in it. */
export const writtenIn = (text: string): Language | 'mixed' => {
  const language = languageOf(text)
  if (language !== 'th' && language !== 'en') return language
  const thai = count(text, /[\u0e00-\u0e7f]/g)
  if (thai === 0) return language
  const english = text.replace(BORROWED, ' ').match(/[a-z][a-z']+/gi) ?? []
  const named = english.filter((it) => /^[A-Z]/.test(it)).length
  return english.length - named >= 1 || english.length >= LEAST_WORDS ? 'mixed' : language
}

import type { Language } from '../understanding.ts'

const count = (text: string, script: RegExp): number => text.match(script)?.length ?? 0

// Latin is not yet English: Vietnamese, Polish and their like betray themselves by marks
const FOREIGN_LATIN = /[ăđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹñ¿¡ßøåœłąęśżźğş]/i

const wordsOf = (listed: string): RegExp =>
  new RegExp(`(?<![\\p{L}'’])(?:${listed.replaceAll(' ', '|')})(?![\\p{L}'’])`, 'giu')

/** French, Spanish, German and their like by everyday words that English has not, and that name no place or person. */
const FOREIGN_WORDS = wordsOf(
  'bonjour bonsoir salut merci je vous voudrais voudrions voulons veux pouvez avez êtes etes pourquoi combien aujourd’hui toujours reçu recu suis sommes réserver reserver réservation cherche argent remboursement remboursé plaît plait demain hier personnes votre mais où est-ce ' +
    'hola gracias buenos buenas quiero quisiera queremos necesito necesitamos puedo puede pueden podemos tengo tiene tienen está están estoy estamos dónde cuándo cuánto cómo cuanto cuesta porque pedido dinero reservar llegado llegó ayer mañana hoy personas usted ustedes nuestro nuestra ayuda muy habla entiendo quisiéramos llegaron problema ' +
    'ich wir mein meine meinen meinem meiner unser unsere nicht kein keine keinen bitte danke guten möchte möchten moechte moechten können koennen könnten haben habe ist sind wurde für fuer und oder wann warum wieviel noch eine einen einem einer heute gestern fahrer buchen buchung bekommen angekommen gekommen uhr personen sprechen deutsch ihnen ' +
    'grazie buongiorno buonasera vorrei vorremmo siamo abbiamo perché quando dove domani ieri prenotare prenotazione soldi nostro anche ancora arrivato ' +
    'obrigado obrigada não nao queria quero gostaria preciso tenho você voce vocês minha onde dinheiro amanhã hoje ontem pessoas ' +
    'graag mijn niet hebben willen kunnen alstublieft bedankt wanneer waarom ' +
    'saya anda tidak terima ingin belum sudah kami uang tolong besok ' +
    'xin chào',
)
const ELIDED = /(?<![\p{L}])(?:j|n|qu|c)['’](?=\p{L}{2})/giu
/** They may be in a name, or a slip of the pen: they tell only beside the others. */
const PERHAPS_FOREIGN = wordsOf(
  'le la les un une du des de et est pas ne mon ma mes notre nous avec chez pour sur dans el los las y que con por para mi es una der die das den dem wo wie mit auf von zu es sie uns hallo auch il di per non mio sono ciao o em meu com por uma ik wij een voor heb untuk dan mau bisa apa',
)
const MARKED = /[àâäçèéëîïíóöùûúüãõ]/giu
const ENGLISH_WORDS = wordsOf(
  'the is are was were am my i we you your our for to of and at please can could have has had not it its with would like need want how what when where why who this that there from book booking do did does be been get got but if or an a',
)
const HARDLY_ANY = 3

const isForeignLatin = (text: string): boolean => {
  const sure = count(text, FOREIGN_WORDS) + count(text, ELIDED)
  if (sure === 0) return false
  const all = sure + (count(text, PERHAPS_FOREIGN) + Math.min(2, count(text, MARKED))) / 2
  const isBrief = (text.match(/\p{L}+/gu) ?? []).length <= HARDLY_ANY
  return (all >= 1.5 || isBrief) && all > count(text, ENGLISH_WORDS)
}

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
  return FOREIGN_LATIN.test(text) || isForeignLatin(text) ? 'other' : 'en'
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

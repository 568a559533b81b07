import type { takeBack as English } from './en.ts'

export const takeBack: typeof English = {
  whatElse: (reference) =>
    `申し訳ございません、取り違えてしまったかもしれません。${reference}はどのようにいたしましょうか。`,
  sure: (reference) => `承知いたしました。${reference}を取り下げてよろしいでしょうか。`,
  else: '別の件です',
  yes: '取り下げる',
  keep: 'このまま残す',
  withdrawn: (reference) => `${reference}を取り下げ、担当チームに伝えました。`,
  told: (reference) =>
    `お申し出を担当チームに伝えました。${reference}は担当チームがお預かりしており、終了の手続きをするか、こちらでご連絡いたします。`,
  putBack: '取り下げをやめる',
  back: (reference) => `${reference}の取り下げをやめ、引き続き対応するよう担当チームに伝えました。`,
  stays: (reference) => `承知いたしました。${reference}はこのまま残し、担当チームにもお伝えしました。`,
  over: (it) => `${it.reference}はすでに終了しております（${it.status}）。`,
  tellMe: () => 'どのようなご用件でしょうか。ひとことで結構です。',
  news: (reference) => `${reference}：お客様から、もう対応は不要、または意図と違うとの連絡がありました。`,
  keptNews: (reference) => `${reference}：お客様から、やはり対応を続けてほしいとの連絡がありました。`,
}

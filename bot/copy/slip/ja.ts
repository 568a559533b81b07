import type { slip as english } from './en.ts'

/** What was read on a payment slip, said back, in Japanese. */
export const slip: typeof english = {
  words: (it) =>
    [
      `お支払い ${it.amount}`,
      ...(it.at ? [`日時 ${it.at}`] : []),
      ...(it.reference ? [`取引番号 ${it.reference}`] : []),
    ].join('\n'),
  ask: (words) =>
    `ありがとうございます。振込明細を次のように読み取りました。\n${words}\nこちらでお間違いないでしょうか。`,
  yes: 'はい、合っています',
  no: 'いいえ、違います',
  notIt: () => '失礼いたしました。画像のみ担当者用にお預かりし、読み取った内容は使用いたしません。',
  over: () => 'こちらの明細については、すでにご回答をいただいております。',
}

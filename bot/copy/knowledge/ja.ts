import type { knowledge as english } from './en.ts'

/** Answers from the business's knowledge, and its upkeep, in Japanese. */
export const knowledge: typeof english = {
  from: (title) => `出典:${title}`,
  onlyIn: {
    th: 'こちらはタイ語のご案内のみとなりますので、原文のままお伝えします。',
    en: 'こちらは英語のご案内のみとなりますので、原文のままお伝えします。',
    ja: '',
  },
  notThis: (asked) => `「${asked}」につきましては、確かな答えを持ち合わせておりません。担当者におつなぎしましょうか。`,
  sameAgain: '先ほどのご案内に含まれております。',
  helpful: '解決しました',
  unhelpful: '質問と違います',
  glad: () => 'お役に立てて何よりです。ほかにもございましたらお気軽にどうぞ。',
  notIt: () => '失礼いたしました。今後の改善のため記録いたしました。担当者におつなぎしましょうか。',
  perhaps: () =>
    'どのご案内が当てはまるか、確信が持てませんでした。次の件についてのご質問でしょうか。違う場合は、担当者よりお答えいたします。',
  sop: '手順書',
  firstStep: '最初の手順',
  drafted: (it) => `📚 承認待ちの回答があります:「${it.title}」${it.answer ? ` → ${it.answer}` : ''}`,
  sampleTitle: '駐車場はありますか',
  look: '読む',
  publish: '公開する',
  retire: '公開しない',
  draft: '下書き',
  asked: '質問された回数',
  times: (count) => `${count}回`,
  published: (it) => `${it.who}さんが「${it.title}」を公開しました。次に尋ねた方からこの回答でご案内します。`,
  retired: (it) => `${it.who}さんが「${it.title}」を公開しないことにしました。`,
  noAnswer: () => 'この下書きにはまだ回答がありません。',
}

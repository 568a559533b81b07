import type { news as english } from './en.ts'

export function span(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  if (hours >= 48) return `${Math.floor(hours / 24)}日${hours % 24 ? `${hours % 24}時間` : ''}`
  return `${hours ? `${hours}時間` : ''}${minutes % 60 || minutes === 0 ? `${minutes % 60}分` : ''}`
}

const payment: Record<string, string> = {
  failed: '決済の通知に失敗しました',
  cancelled: 'お客様がお支払いを取りやめました',
  paid: '入金済みですが、まだ反映されていません',
  credited: '残高に反映されました',
}

export const news: typeof english = {
  paymentMoved: (it) => `💳 ${it.reference}: ${payment[it.state] ?? it.state}`,
  providerSilent: (it) => `🔕 ${it.provider}から${it.waited}返答がありません: ${it.reference}`,
  becameCritical: (reference) => `🚨 ${reference}が緊急に変更されました。`,
  praised: (name) => `💛 ${name}様からお褒めの言葉です`,
  riskSuggested: (about) => `⚠️ AIが緊急と判断しました。至急ご確認ください：${about}`,
  reminder: (it) =>
    `ご予約のご案内です。${[it.item, it.when].filter(Boolean).join(' ')}(${it.reference})。お待ちしております。`,
  digest: (count) => `📋 更新${count}件`,
  more: (count) => `… ほか${count}件`,
  failed: (it) =>
    Number(it.count) > 1
      ? `✉️ ${it.count}件のメッセージが届きませんでした。${it.reason}。`
      : `✉️ メッセージが届きませんでした。${it.reason}。`,
  failedFor: (reference) => `${reference}の件`,
  resend: '再送する',
  resent: () => '再送しています。',
  quotaNear: (it) =>
    `📊 ${it.channel}は今月の配信数${it.most}通のうち${it.used}通(${it.percent}%)を使いました。上限に達すると、緊急のお知らせと無料の返信だけが送られます。`,
  quotaSpent: '今月の配信数の上限に達しています。お客様から連絡があれば無料で送られます',
  sentWhenFree: (name) =>
    `${name}様への返信をお預かりしました。今月のLINE配信数の上限に達しているため、お客様から連絡があり次第、無料で送り、ここでお知らせします。`,
  answerWaits: (name) =>
    `✉️ 今月のLINE配信数の上限に達したため、${name}様への返信はまだ送られていません。お客様から連絡があれば無料で送り、ここでお知らせします。`,
  answerLeft: (name) => `✉️ お待ちいただいていた${name}様への返信を送りました。`,
  test: (text) => `🔔 テスト\n${text}`,
  duration: span,
}

import type { whatsapp as english } from './en.ts'

export const whatsapp: typeof english = {
  choose: '選ぶ',
  otherDay: () => 'ほかの日をご希望でしたら、そのままご入力ください。',
  byNumber: () => '番号か、そのままのお言葉でお返事ください。',
  orSay: (label) => `（「${label}」とご入力いただいても大丈夫です。）`,
  stopped: (tenant) =>
    `${tenant}からこちらへのお知らせを停止しました。ご質問には引き続きお答えします。再開するときは「START」とお送りください。`,
  started: (tenant) => `おかえりなさいませ。${tenant}からのお知らせを再開しました。`,
  window: 'WhatsApp',
  windowOpen: (left) => `自由に返信できます（${left}）`,
  windowClosed: 'お客様から連絡があるまで、送れるのはテンプレートだけです',
  windowStopped: '配信停止（STOP）のご希望あり。お問い合わせへの返答のみ送れます',
  sentIfItMay: (name) =>
    `${name}様へ送信中です。今は自由に送れないため、承認済みのテンプレートがあればそれで送ります。届かなかった場合はここでお知らせします。`,
  sentIfAsked: (name) =>
    `${name}様は配信停止（STOP）をご希望です。直前のお問い合わせへの返答としてのみ届きます。届かなかった場合はここでお知らせします。STARTと送られた後は、これまでどおりお送りできます。`,
  closing: 'お客様が返信をお待ちです。まもなく24時間の期限が切れます',
  stillWaits: 'お客様が返信をお待ちです',
  unreachable: 'WhatsAppでお伝えできませんでした',
  unreachableOnLine: 'LINEでお伝えできませんでした',
  blocked:
    'お客様がLINEアカウントをブロックされており、ほかの連絡先も登録されていません。お電話などでのご連絡をお願いします。',
  why: {
    window: 'お客様の最後のメッセージから24時間が過ぎ、このお知らせ用の承認済みテンプレートがありません。',
    opted_out: 'お客様はWhatsAppでのお知らせを希望されていません（STOP）。',
    identity: 'この番号ではWhatsAppに届きません。',
    not_today: 'WhatsAppの制限により、本日はこのお客様にこれ以上送れません。',
    permanent: 'WhatsAppがメッセージを受け付けませんでした。',
  },
  whyLabel: '理由',
  paused: (it) =>
    `🔴 WhatsApp「${it.channel}」を一時停止しました。Twilioがアカウントまたは送信元を受け付けません（${it.why}）。管理者が直すまで、メッセージは待機します。`,
  templateIs: { rejected: '承認されませんでした', paused: '一時停止されました', disabled: '利用停止になりました' },
  templateRefused: (it) =>
    `🔴 WhatsAppのテンプレート${it.template}が${it.status}${it.reason ? `（${it.reason}）` : ''}。管理者が別の文面を申請するまで、このお知らせは汎用テンプレートかLINEで送り、どちらもできないときは担当チームに作業として届きます。`,
}

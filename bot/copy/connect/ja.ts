import type { ConnectCopy, FindingWords } from './en.ts'

const says = (message: string, todo?: string): FindingWords => ({
  message: () => message,
  ...(todo && { todo: () => todo }),
})

export const ja: ConnectCopy = {
  test: (channel) => `デスクからのテストです。「${channel}」は正常に動いています。ご対応は不要です。`,
  tokenRefused: (channel) =>
    `🔴 チャネル「${channel}」が使えなくなりました。アクセストークンが拒否されており、お客様に返信できません。管理者の方は新しいトークンを登録してください。`,
  menuBar: 'メニュー',
  findings: {
    channel_off: says('このチャネルはオフになっています。', 'オンにしてから、もう一度確認してください。'),
    credentials_missing: says('シークレットとトークンがまだ登録されていません。', '両方を貼り付けてください。'),
    credentials_unreadable: says(
      '保存されたシークレットとトークンを読めません。このデスクにない鍵で暗号化されています。',
      'シークレットとトークンをもう一度貼り付けてください。',
    ),
    platform_unreachable: {
      message: ({ why }) => `プラットフォームに接続できませんでした（${why}）。`,
      todo: () => 'サーバーのインターネット接続を確かめて、もう一度確認してください。',
    },
    platform_trouble: {
      message: ({ why }) => `プラットフォームからエラーが返りました：${why}`,
      todo: () => '数分後にもう一度確認してください。',
    },
    platform_garbled: {
      message: ({ platform }) => `返ってきた内容は${platform}の応答ではありません。`,
      todo: ({ platform }) =>
        `数分後にもう一度確認してください。続く場合は、プロキシやファイアウォールなどが${platform}の代わりに応答しています。サーバーの接続を確かめてください。`,
    },
    token_works: { message: ({ bot, id }) => `アクセストークンは有効です。アカウントは ${bot}（${id}）です。` },
    token_refused: says(
      'LINEがこのアクセストークンを受け付けませんでした。',
      'LINE Developersコンソールの「Messaging API設定」でチャネルアクセストークン（長期）を再発行し、全体をコピーして貼り付けてください。',
    ),
    connected_twice: {
      message: ({ channel }) =>
        channel
          ? `同じアカウントがすでに「${channel}」として接続されています。`
          : '同じアカウントが、このデスクの別の事業者に接続されています。',
      todo: () => '一つのアカウントは一つのチャネルにしか届きません。どちらかをオフにしてください。',
    },
    webhook_set: { message: ({ url }) => `LINEにWebhook URLを設定しました：${url}` },
    webhook_right: { message: ({ url }) => `LINEのWebhook URLは正しく設定されています：${url}` },
    webhook_elsewhere: {
      message: ({ url }) => `このアカウントのメッセージは、今は別の宛先に届いています：${url}`,
      todo: ({ wanted }) =>
        `このデスクで受け取る場合は「引き継ぐ」を選んで再確認するか、コンソールで ${wanted} に変更してください。`,
    },
    webhook_not_accepted: {
      message: ({ why }) => `LINEがWebhook URLを受け付けませんでした：${why}`,
      todo: ({ wanted }) =>
        `LINE Developersコンソールの「Messaging API設定」→「Webhook URL」に ${wanted} を入力してください。`,
    },
    webhook_needs_https: {
      message: ({ wanted }) => `LINEはhttpsの宛先にしか届けません。デスクのアドレスは ${wanted} です。`,
      todo: () => 'デスクに公開のhttpsアドレス（PUBLIC_URL）を設定し、再起動してからもう一度確認してください。',
    },
    webhook_off: says(
      'Webhook URLは設定済みですが、LINE側で利用がオフになっています。',
      'LINE Developersコンソールの「Messaging API設定」で「Webhookの利用」をオンにしてください。',
    ),
    webhook_reached: says('LINEからデスクに届き、署名もチャネルシークレットと一致しました。'),
    webhook_not_reached: {
      message: ({ why }) => `LINEからデスクに届きませんでした：${why}`,
      todo: () => '社外のネットワークからデスクのアドレスを開き、証明書を確かめて、もう一度確認してください。',
    },
    secret_wrong: says(
      'LINEからデスクに届きましたが、チャネルシークレットが一致しません。',
      'LINE Developersコンソールの「チャネル基本設定」からチャネルシークレットをコピーして貼り付けてください。変更した直後なら、10秒後にもう一度確認してください。',
    ),
    redelivery: says(
      'Webhookの再送がオンかどうかは、ここからは読み取れません。',
      'LINE Developersコンソールの「Messaging API設定」で「Webhookの再送」をオンにしてください。オフのままだと、届かなかったメッセージは失われます。',
    ),
    groups_allowed: says('ボットがグループに入っているので、グループ参加は許可されています。'),
    groups: says(
      'グループへの参加が許可されているかは、ここからは読み取れません。',
      'LINE Official Account Managerの「設定」→「アカウント設定」でグループチャットへの参加を許可し、スタッフのグループに招待してください。',
    ),
    auto_replies: says(
      'LINEの自動応答がボットと同時に返信することがあります。',
      'LINE Official Account Managerの「設定」→「応答設定」で、Webhookをオン、応答メッセージとあいさつメッセージをオフにしてください。',
    ),
    liff_incomplete: says(
      'ミニアプリにはLIFF IDとLINEログインのチャネルIDの両方が必要ですが、片方がありません。',
      '同じプロバイダーのLINEログインチャネルから両方を入力するか、両方を消してください。',
    ),
    account_works: { message: ({ name }) => `Account SIDとAuth Tokenは有効です。アカウントは ${name} です。` },
    account_refused: says(
      'TwilioがこのAccount SIDとAuth Tokenを受け付けませんでした。',
      'Twilioコンソールの最初のページから両方をコピーして貼り付けてください。',
    ),
    account_not_active: {
      message: ({ status }) => `Twilioアカウントの状態が ${status} です。`,
      todo: () => 'Twilioコンソールで状態を直してください。',
    },
    sender_online: { message: ({ sender }) => `送信者 ${sender} はTwilioに登録済みで、オンラインです。` },
    sender_not_online: {
      message: ({ sender, status }) => `送信者 ${sender} はTwilioに登録されていますが、状態が ${status} です。`,
      todo: () => 'Twilioコンソールの「Messaging」→「WhatsApp senders」で登録を完了してください。',
    },
    sender_unknown: {
      message: ({ sender }) => `このTwilioアカウントにWhatsAppの送信者 ${sender} はありません。`,
      todo: () => 'Twilioコンソールの「Messaging」→「WhatsApp senders」で番号を見比べてください。',
    },
    sender_look: {
      message: ({ sender }) => `${sender} がこのアカウントの送信者かどうか、Twilioから回答がありませんでした。`,
      todo: () => 'Twilioコンソールの「Messaging」→「WhatsApp senders」で番号を見比べてください。',
    },
    webhook_look: {
      message: () => 'メッセージの届け先は、Twilioのコンソールで設定します。',
      todo: ({ wanted }) =>
        `送信者（またはMessaging Service）の受信メッセージ欄に、POSTで ${wanted} を入力してください。`,
    },
    webhook_at_twilio: { message: ({ url }) => `受信メッセージはTwilioからこのデスクに届きます：${url}` },
    webhook_differs: {
      message: ({ url }) => `受信メッセージは、今は別の宛先に届いています：${url}`,
      todo: ({ wanted }) =>
        `このデスクで受け取る場合は、Twilioコンソールの送信者設定の受信メッセージ欄に、POSTで ${wanted} を入力してください。`,
    },
    recipients: { message: ({ count }) => `このチャネルでは ${count} か所がお知らせを受け取ります。` },
    recipients_none: says(
      'このチャネルでお知らせを受け取る人がいません。',
      'スタッフのグループにボットを招待して用途を選ぶか、受け取る人を選んでください。',
    ),
    recipients_elsewhere: says(
      'お知らせは別のチャネルで届いています。このチャネルでは届きません。',
      'ここでも受け取る場合は、スタッフのグループにボットを招待するか、受け取る人を選んでください。',
    ),
    heard: { message: ({ at }) => `最後のメッセージは ${at} に届きました。` },
    not_heard_yet: says(
      'まだメッセージが届いていません。',
      'ご自分のスマートフォンからこのアカウントに何か送ってみてください。',
    ),
  },
}

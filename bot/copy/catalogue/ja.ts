import type { catalogue as english } from './en.ts'

/** What the catalogue tells, in Japanese. */
export const catalogue: typeof english = {
  per: {
    person: (price) => `お一人様 ${price}`,
    piece: (price) => `1点 ${price}`,
    hour: (price) => `1時間 ${price}`,
    day: (price) => `1日 ${price}`,
    night: (price) => `1泊 ${price}`,
    week: (price) => `1週間 ${price}`,
    month: (price) => `月額 ${price}`,
    thousand: (price) => `1,000件あたり ${price}`,
    year: (price) => `年額 ${price}`,
  },
  from: (price) => `${price}〜`,
  price: (price) => `料金:${price}`,
  forUnits: (it) => `${it.units.toLocaleString('en')}で合計${it.total}`,
  forParty: (it) => `${it.people}名様で${it.total}`,
  childrenApart: (it) =>
    `${it.sum}(全員様通常料金の場合。お子様の料金${it.percent ? `は通常${it.percent}%で、` : 'は'}担当者より確定のうえご案内します)`,
  length: (it) => {
    const trip = [it.nights && `${it.nights}泊`, it.days && `${it.days}日`].filter(Boolean).join('')
    const sessions = it.sessions && `全${it.sessions}回`
    const each = it.hoursEach && `1回${it.hoursEach}時間`
    return [trip, sessions, each, it.hours && `${it.hours}時間`].filter(Boolean).join('、')
  },
  highlights: (list) => `見どころ:${list.join('・')}`,
  long: (length) => `所要:${length}`,
  date: (it) => `${it.when}(残り${it.left}席${it.enough ? '' : 'のみ'})`,
  next: (dates) => `次回以降の日程:${dates}`,
  yesOn: (dates) => `空きがございます:${dates}`,
  fullOn: (day) => `${day}は満席です。`,
  nothingOn: (day) => `${day}の開催はございません。`,
  allFull: () => '販売中の日程はすべて満席です。',
  hours: (when) => `時間:${when}`,
  noDates: () => '現在、販売中の日程はございません。',
  startsAt: (times) => `開始時刻:${times.join('または')}`,
  anyDay: () => '日程:ご希望の日にご用意できます。',
  unlisted: {
    price: '料金は掲載がございません。担当者がご案内いたします。',
    length: '所要時間は掲載がございません。担当者がご案内いたします。',
    when: '日程は掲載がございません。担当者がご案内いたします。',
    until: '終了時刻は掲載がございません。担当者がご案内いたします。',
    seats: '日程は掲載がございません。担当者がご案内いたします。',
  },
  includes: (list) => `料金に含まれるもの:${list.join('・')}`,
  excludes: (list) => `料金に含まれないもの:${list.join('・')}`,
  notWritten: (parts) => `${parts}が含まれるかどうかは掲載がございません。担当者がご案内いたします。`,
  groupSize: ({ least, most }) => {
    if (least === undefined) return `定員は${most}名様です。`
    return most === undefined ? `${least}名様から承ります。` : `1グループ${least}〜${most}名様です。`
  },
  effort: (words) => `体力の目安:${words}`,
  whetherItSuits: () => 'ご一緒の方にご無理がないかどうか、担当者が確認いたします。',
  oldEnough: (from) => `はい、${from}歳からご参加いただけます。`,
  whoFor: '対象',
  agesFrom: (from) => `${from}歳以上の方`,
  tooYoung: (from) => `申し訳ございません、こちらは${from}歳以上の方が対象です。`,
  forAge: (age) => `${age}歳のお子様は、次のものにご参加いただけます。`,
  which: () => 'どちらのことでしょうか。',
  thisOne: () => 'こちらのことでしょうか。',
  compare: () => '次のとおりです。',
  notOnSale: (name) => `「${name}」は、現在ご案内している中にはございません。近日の開催はこちらです。`,
  some: () => '次のものがございます。',
  there: (place) => `${place}へは次のものがございます。`,
  noneSoLong: (nights) => `ちょうど${nights}泊のものはございません。`,
  onThatDay: (day) => `${day}に空きがあるのは次のとおりです。`,
  book: 'これを予約する',
  gone: () => 'そちらは現在販売しておりません。ほかに何をご予約されますか。',
}

import { plain } from '../../api/triage/slots/plain.ts'

/** What the catalogue itself can tell of a thing; `about` asks what it is, and `what` which things there are. */
export type Facet = 'price' | 'length' | 'when' | 'until' | 'seats' | 'about' | 'what'

/** What a question asks of the catalogue, and the words left that are about something else, or name a thing in part. */
export type CatalogueQuestion = { asks: Facet[]; rest: string[] }

const all = (...sources: string[]): RegExp => new RegExp(sources.join('|'), 'g')
const SOLD_EN =
  '(?:tours?|trips?|courses?|class(?:es)?|workshops?|programs?|programmes?|packages?|activit(?:y|ies)|excursions?|lessons?|treatments?|services?|options?)'
const SOLD_TH = '(?:ทัวร์|ทริป|คอร์ส|คลาส|เวิร์?[กค]ช[็๊้]?อปป?|โปรแกรม|แพ็?กเ?กจ|หลักสูตร|กิจกรรม|บริการ)'
const SOLD_JA = '(?:ツアー|コース|クラス|講座|ワークショップ|プラン|旅行|メニュー|サービス)'
const LEFT_EN = '(?:left|free|available|remaining|open)'

const FACETS: [Facet, RegExp][] = [
  [
    'seats',
    all(
      '(?:how many|any|enough)(?: more)? (?:seats?|spots?|places?|spaces?|slots?|tickets?|(?:tee )?times?|room|availability)(?![a-z])(?: (?:still|are|is|do you have|have you got|there))*(?: left| free| available| remaining| open)?',
      `(?:seats?|spots?|places?|spaces?|slots?|(?:tee )?times?|room) (?:still )?${LEFT_EN}`,
      '(?:is|are) there (?:still )?(?:space|room|seats|spots|availability)(?![a-z])(?: (?:left|free|available))?(?: (?:for|on|in)(?![a-z]))?',
      '(?:still |any )?(?:have|got) (?:any )?(?:space|room|places|seats|spots)(?![a-z])(?: left)?(?: (?:for|on|in)(?![a-z]))?',
      '(?:(?:is|are) (?:it|they|there|that|this|the [a-z]{3,10}) )?(?:still (?:available|free|open|space|room|places)|(?:already |nearly |almost )?(?:full(?:y booked)?|sold out))(?![a-z])',
      '(?<![a-z])availab(?:le|ility)(?![a-z])',
      '(?:ยัง)?(?:มี|พอมี)?(?:ที่นั่ง|ที่|คิว|รอบ)(?:ยัง)?(?:ว่าง|เหลือ)(?:อยู่)?(?:(?:กี่|อีกกี่)(?:ที่นั่ง|ที่|คน))?',
      'เหลือ(?:อีก)?(?:กี่)?(?:ที่นั่ง|ที่|คน)|เต็ม(?:แล้ว)?(?:หรือ|รึ)?(?:ยัง|ไหม|มั้ย|เปล่า|ป่าว)|(?:ยัง)?ว่าง(?:อยู่)?(?=ไหม|มั้ย|มั๊ย|ป่าว|หรือ|กี่)|ยังรับ(?:อยู่)?(?=ไหม|มั้ย|อีก)',
      '空き(?:状況|が?(?:あり|ござい|ある|残))?|空席|残席|残り(?:何席|何名|何人|の席|席)|満席|満員|空いて(?=い?(?:ます|る|ません))|まだ(?:空いて|予約(?:でき|可能)|取れ|間に合)(?:い?)',
      '(?:还有|還有|有没有|有沒有)(?:空)?(?:位子?|名额|名額|座位|票)|满(?:员|了)|滿(?:員|了)|剩(?:几|幾|多少)(?:个|個)?(?:位|名额|座)',
    ),
  ],
  [
    'price',
    all(
      "how much(?: (?:money|would (?:it|that)|does (?:it|that|this)|do (?:you charge|i pay|we pay|they)|will (?:it|that)|is (?:it|that|this)))?(?! (?:time|notice|longer|of|[a-z]+ing)(?![a-z]))(?=$|[\\s?.!,]*$|\\s*(?:is|are|'s|s|for|does|do|would|will|it|per|the|a|an|this|that|these|to|each|in|all|would|altogether|total|both|us|baht|now|pls|please)(?![a-z]))",
      "(?<![a-z])(?:what(?:'s| is| are|s) the )?(?:prices?|pricing|costs?|rates?|tuition|price list)(?! (?:include|differ|change))(?: (?:per|for) (?:person|head|pax|each))?(?![a-z])",
      'ราคา(?:เริ่มต้น)?(?:ต่อ(?:คน|ท่าน|หัว))?(?:อยู่)?(?:ที่)?(?:ประมาณ)?(?:เท่าไห?ร่?|เท่าไร|เท่าไหล่|กี่บาท|ยังไง|อย่างไร)?|(?:คนละ|ท่านละ|หัวละ|คิด|ตก|กี่)?(?:เท่าไห?ร่?|เท่าไร|เท่าไหล่|กี่บาท)|ค่า(?:เรียน|ทัวร์|คอร์ส|ทริป|คลาส)|คิด(?:ราคา)?ยังไง|พันละ',
      'いくら(?:ぐらい|くらい)?|お?値段|料金|価格|費用|受講料|参加費|何(?:円|バーツ|ドル)',
      '(?:the )?(?:cheapest|lowest[- ]priced|least expensive)(?: (?:one|option))?(?![a-z])|(?:ตัว)?(?:ไหน|อันไหน)?ถูก(?:ที่)?สุด|ราคาต่ำ(?:ที่)?สุด|(?:一番|最も)(?:お?安い|安く)|最安値?|最便宜(?:的)?',
      '多少(?:钱|錢)|价格|價格|价钱|價錢|费用|費用|怎么卖|怎麼賣|几(?:钱|块)',
    ),
  ],
  [
    'until',
    all(
      '(?<![a-z])(?:(?:at )?what time|when)(?: does| do| will| would| is)?(?: (?:it|this|that|we|the (?:class|course|workshop|tour|trip|lesson|session)))?(?: be)? (?:finish(?:es|ed)?|ends?|over|done|get back|back)(?![a-z])|(?:finish(?:ing)?|end) time|(?:until|till) what time',
      '(?:จะ)?(?:เลิก|เสร็จ|จบ|กลับถึง|ถึง)(?:ประมาณ|ราวๆ|ตอน)?กี่โมง|กี่โมง(?:จะ)?(?:เลิก|เสร็จ|จบ|กลับ)',
      '(?:終わり|終了|解散)(?:の?(?:時間|時刻))?(?:は|って)?(?:何時|いつ)(?:ごろ|頃|くらい|ぐらい)?|(?:何時|いつ)(?:ごろ|頃|くらい|ぐらい)?(?:に|まで)(?:終わ[りるっ]|終了|解散|かか|やって)?(?=(?:に|です|ます|でしょう|なり|って|し|$|[?？。]))',
      '(?:几点|幾點|几點|什么时候|什麼時候)(?:结束|結束|完|下课|下課)',
    ),
  ],
  [
    'when',
    all(
      `(?<![a-z])(?:when(?:'s| is| are)?|what (?:day|date|time)s?)(?: (?:does|do|is|are|will|can)(?![a-z]))?(?: (?:the|your|it|they|we|i|you|this|that|next|first)(?![a-z]))*(?![a-z])(?=[^?]*(?:leave|depart|start|begin|run|next|go(?:es|ing)?|round|departure|${SOLD_EN}|take place|happen|held))`,
      `(?:next|upcoming|coming|following|future) (?:available )?(?:rounds?|departures?|dates?|sessions?|intakes?|runs?|starts?|times?|days?|${SOLD_EN})`,
      '(?:what|which|any|other|all|departure|start(?:ing)?|class|available) (?:other )?dates(?: (?:do you have|are there|are available))?|(?<![a-z])schedules?(?![a-z])|departures(?: are there)?|(?<![a-z])when is it(?: on)?(?![a-z])|what days?(?: of the week)?',
      '(?:มี|ไป)?(?:ได้)?(?:(?:รอบ|วัน|ช่วง|เดือน)(?:วัน)?(?:เสาร์\\s?[-/,]?\\s?อาทิตย์|สุดสัปดาห์|วันหยุด|ธรรมดา|จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์)?(?:ไหน(?:บ้าง)?|อะไรบ้าง)|(?:รอบ|คลาส|คอร์ส|ทริป|วัน)(?:หน้า|ต่อไป|ถัดไป|วันไหน(?:บ้าง)?|เมื่อไห?ร่?|เมื่อไร))(?:วันไหน|เมื่อไห?ร่?|เมื่อไร|วันที่เท่าไห?ร่?)?',
      '(?:เริ่ม|เปิด|ออก(?:เดินทาง)?|จัด|เดินทาง|ไป|มี)(?:เรียน|สอน|รอบ|คอร์ส|คลาส|ทริป|ใหม่)*(?:อีก(?:ที|ครั้ง)?)?(?:ได้)?(?:เมื่อไห?ร่?|เมื่อไร|วันไหน(?:บ้าง)?|ตอนไหน|วันที่เท่าไห?ร่?|กี่โมง)|(?:มี|เปิด)รอบ(?:อื่น|อีก)?(?= ,|ไหม|มั้ย|มั๊ย|เดือน|ช่วง|วัน|อะไร)|ตารางเรียน|ตารางทริป|ตาราง(?:เดินทาง|รอบ)',
      '(?:次(?:回)?(?:の)?(?:開催|出発|開講|日程|クラス|コース|ツアー|回)?(?:日)?(?:は|って)?)?いつ(?:から|頃|ごろ)?(?:に)?(?:(?:あり|開催|出発|始ま|開講|行われ|スタート|やって)(?:され|し|り|い)?)?(?=です|ます|でしょう|ある|始|$|[?？。])|次(?:回)?の(?:開催|出発|開講|日程|回)(?:日)?|次回(?:は)?|(?:開催|出発|開講)日|日程|スケジュール',
      '(?:morning|afternoon|evening|night|later|earlier) (?:session|class|departure|round|slot|start)s?(?![a-z])|รอบ(?:เช้า|สาย|บ่าย|เย็น|ค่ำ|กลางคืน)|(?:午前|午後|夕方|夜|朝|昼)?の(?:回|部|便)(?=[はがもっ])',
      '(?:下一?(?:期|班|次|团|團)|最近一?(?:期|班|次|团))(?:是)?(?:什么时候|什麼時候|几号|幾號|何时)?|(?:什么时候|什麼時候|几号|幾號|何时)(?:出发|出發|开课|開課|开班|开始|開始|有)?',
    ),
  ],
  [
    'length',
    all(
      "how long(?:'s| is| are| does| do| will)?(?= |$|[?.])(?: (?:it|this|that|they))?(?: (?:take|last|run|be))?|how many (?:days|nights|hours|sessions|classes|lessons|times|weeks)(?: (?:is|are|does|do) (?:it|this|that|there|they)(?: (?:take|last|run|have))?)?|(?<![a-z])duration(?![a-z])",
      '(?:เรียน|ใช้เวลา|ไป|เที่ยว|ทั้งหมด|มี|ต้องเรียน|ต้องมา)*(?:กี่|นาน(?:แค่ไหน|เท่าไห?ร่?|เท่าไร|กี่))(?:วัน|คืน|ครั้ง|ชั่วโมง|ชม\\.?|คาบ|สัปดาห์|อาทิตย์|เดือน)?(?:กี่คืน)?(?:จบ)?|ใช้เวลา(?:เรียน|เดินทาง)?(?:นาน)?(?:แค่ไหน|เท่าไห?ร่?|เท่าไร|กี่\\S{2,8})|ระยะเวลา',
      '何(?:日間?|泊|時間|回|週間?|ヶ月|か月)(?:何日)?(?:の|ぐらい|くらい)?|所要時間|期間(?:は)?|時間(?:は|って)?(?:どの|どれ)(?:くらい|ぐらい)|(?:どの|どれ)(?:くらい|ぐらい)(?:の)?(?:時間|期間|かか)',
      '(?:几|幾|多少)(?:天|晚|节课|節課|次课|次|个小时|小时|堂课|周)|多(?:久|长时间|長時間)',
    ),
  ],
  [
    'about',
    all(
      '(?<![a-z])(?:(?:tell|show) (?:me|us) (?:(?:a (?:bit|little)|some|something|anything|everything|all) )?(?:more )?about|tell (?:me|us) more|(?:(?:i|we)(?:.d| would) )?(?:want|wanted|like|love|need) to (?:know|hear|learn|find out)(?: (?:(?:a (?:bit|little) )?more|something))? about|(?:know|hear|learn|find out|read|see|curious|interested to know) (?:a (?:bit|little) )?more(?: about| on)?|(?:(?:send|share|give|show|e-?mail) (?:me|us) )?(?:(?:more|some|any|further|full|the|a few) )*(?:details?|info(?:s|rmation)?|particulars|itinerary|syllabus|curriculum)(?: (?:about|of|on|for|regarding))?)(?![a-z])',
      "(?<![a-z])what(?:'s|s| is| are)(?= [^?.!\\n]{1,60} (?:like|about|all about)(?![a-z]))|(?<![a-z])what(?:'s|s| is)? covered(?: in)?",
      '(?<![a-z])what (?:do|will|would|can|are|am|is) (?:we|i|they|guests|students|people|one|you) (?:(?:going to|gonna|get to|be|going|all) )*(?:do|doing|see|seeing|learn(?:ing)?|make|making|cook(?:ing)?|visit(?:ing)?|cover(?:ing)?|taught|teach)(?: (?:in|on|at|during))?(?![a-z])',
      'อยาก(?:ทราบ|รู้)(?:เรื่อง|เกี่ยวกับ)|(?:ขอ|อยาก(?:ได้|ทราบ|รู้|ดู)?|สนใจ)?(?:ดู|ทราบ|รู้|สอบถาม)?(?:ข้อมูล|รายละเอียด|ดีเทล)(?:เพิ่มเติม|เพิ่ม|คร่าวๆ|ทั้งหมด)?(?:เกี่ยวกับ|ของ)?|เกี่ยวกับอะไร(?:บ้าง)?|เป็น(?:แบบ)?(?:ยังไง|ไง|อย่างไร|แบบไหน)(?:บ้าง)?',
      '(?<!มี)(?:ได้|จะ|พา)*(?:เรียน|สอน|ทำ|เที่ยว|ไป|ชม|แวะ)(?:อะไร|ที่ไหน|ไหน)(?:กัน)?บ้าง',
      `(?:について|に関して)(?:の)?(?:詳細|情報|説明|内容)?|(?:もう少し|もっと)?(?:詳しく|くわしく|詳細)|(?:内容|中身)(?=[をはっもが])|(?:は|って)(?:どんな|どういう|どのような)(?:感じ|内容|もの|${SOLD_JA})?(?=です|でしょう|なの|なん|か|$|[?？。])|何(?:を|が)(?:習|学|教わ|作|見|体験)[^、。?？]{0,6}`,
      '(?:介绍|介紹)(?:一下)?|详情|詳情|详细(?:信息|介绍|内容)?|怎么样|怎麼樣|(?:学|教|看|玩)(?:些)?(?:什么|什麼)',
    ),
  ],
  [
    'what',
    all(
      `(?:what|which)(?: (?:kinds?|types?|sorts?) of)?(?: (?:other|short|day|cooking|group|half-day))?(?: ${SOLD_EN})?(?: (?:do|can|would|could))?(?: (?:you|i|we))(?: (?:have|offer|sell|run|do|recommend|suggest|got|book|join|choose))(?: for (?:us|me))?`,
      `(?:what|which)(?: (?:other|short|day|cooking|group))? ${SOLD_EN}(?: are there| are available)?`,
      `(?:(?:do|have) you (?:have|got|offer|run|sell|do) |got |are there )?(?:any|some|other)(?:thing)? ?(?:other |short |day )?${SOLD_EN}?(?: (?:going )?(?=to|in|around|for|near))?(?<=${SOLD_EN}\\s?|thing\\s?)`,
      `(?:is|are) there (?:a |an |any )(?=[a-z -]{0,24}${SOLD_EN}(?![a-z]))`,
      '(?:can|could) you (?:recommend|suggest)(?: (?:any|some|a|something))?|what(?: would)? you recommend',
      `(?:มี|ขาย|เปิด)?${SOLD_TH}?(?:แนะนำ)?(?:อะไร|ไหน|แบบไหน)(?:ให้)?(?:เลือก|เรียน|เที่ยว|แนะนำ)?บ้าง|${SOLD_TH}ไหน|มี${SOLD_TH}(?:แนะนำ)?(?:อะไร|ไหน)?|แนะนำ${SOLD_TH}`,
      `(?:どんな|どのような|何か|どういう)${SOLD_JA}?(?=が|は|を|あり|でき|の)|${SOLD_JA}(?:は|って|に?は何が)(?=あり|ござい|ある)|おすすめの?${SOLD_JA}?`,
      '有(?:什么|什麼|哪些)(?:团|團|行程|课程|課程|课|推荐|線路|线路)?|推荐(?:一下|什么)?|(?:是否有|有没有|有)(?=去)',
    ),
  ],
]

/** Words that hold such a question together and tell nothing more of what is asked. */
const EMPTY = new Set(
  `a an the is are am was were be been do does did don doesn isn aren you your yours we us i im me it its this that these those there here they them one ones for of on in at to from by with and or also
  any some all each every per pp person persons people pax ppl adult adults head student students guest guests group please pls plz thanks thank thx ty hi hello hey there dear team so just ok okay well um umm uh hmm
  can could may might would will should shall tell know say let wonder wondering asking ask question like need want curious interested interest see look looking find think thinking plan planning check what whats which how when hows if
  about now right currently still yet exactly actually roughly approximately approx around total altogether again more then as up out only even really maybe
  tour tours trip trips course courses class classes workshop workshops program programs programme programmes package packages session sessions activity activities excursion round rounds departure departures lesson lessons cruise treatment treatments service services seat seats ticket tickets spot spots place places
  both us book booking reserve join joining go going do doing take taking get have has had got sell selling offer offers run running leave leaves leaving start starts starting begin begins last lasts cost costs come coming attend enrol enroll
  price prices much many long day days night nights hour hours minute minutes min mins week weeks date dates time times month next left available s re m ll d ve t sir madam khun ka krub krap kha na day-trip long-weekend
  ครับ คับ ค้าบ คร้าบ ครับผม ค่ะ คะ ค่า จ้า จ๊ะ จ้ะ จ๋า นะ น้า นะคะ นะครับ อ่ะ อะ เอ่อ เอ่ย ๆ ฮะ ฮับ งับ สวัสดี หวัดดี ดีค่ะ แอด แอดมิน พี่ น้อง คุณ เรา ผม หนู ฉัน ดิฉัน
  buy buying purchase ซื้อ ว่าง 买 買 購入
  u ur ya yall lol btw tho pls plss thing things sounds sound nice lovely great good cool amazing wonderful perfect alright
  งั้น ล่ะ หล่ะ อ้าว เอ๊ะ อุ้ย เอ้า โอเค แพง ถูก รวม ทั้งหมด อ๋อ อ่อ เออ จ้าา expensive pricey cheap roughly then
  มี ไหม มั้ย มั๊ย ไม๊ มัย ยัง แล้ว หรือ รึ หรอ เหรอ เปล่า ป่าว ป่ะ ที่ ของ ใน กับ และ ก็ จะ ได้ เป็น คือ ไป มา อยู่ ให้ ตอน ตอนนี้ ช่วง ช่วงนี้ วัน วันที่ เดือน ปี นี้ นั้น อัน ตัว อันนี้ อันนั้น ตัวนี้ เอา คิด ตก
  รบกวน สอบถาม ขอ ถาม อยาก รู้ ทราบ อยากรู้ อยากทราบ ช่วย บอก แจ้ง หน่อย ด้วย ที สนใจ กำลัง ดู หา สำหรับ ถ้า ว่า เลย แบบ การ ราคา ต่อ ละ คน ท่าน หัว ประมาณ เท่าไหร่ เท่าไร กี่ ไหน บ้าง สัก จัง เหมือนกัน พอดี ค่าใช้จ่าย
  ทัวร์ ทริป คอร์ส คลาส เวิร์กช็อป เวิร์คช็อป เวิร์กชอป เวิร์คชอป เวิร์คช้อป โปรแกรม แพ็กเกจ แพ็คเกจ แพคเกจ หลักสูตร กิจกรรม เรียน เที่ยว นาที ชั่วโมง จอง ลง สมัคร รอบ ครั้ง ที่นั่ง ไปเที่ยว เดินทาง นัก สอน เปิด บริการ วิชา
  あと それと ちなみに それから また あの すみません すいません こんにちは お の は が を に で と も や か ね よ な って ん だ です ます でしょ でしょう ますか ですか ありますか ございますか ありませんか できますか でしょうか いますか 分 月 です か 教え て 教えて ください 下さい 知り たい 願い お願い し する した して ます あり ある ござい い る れ この その こちら それ これ あの
  ツアー コース クラス 講座 ワークショップ プラン メニュー 旅行 参加 予約 申し込み 申込 受講 一人 一名 様 お一人 お一人様 あたり 当たり いま 今 現在 まだ 次 次回 回 どの どれ どんな 何 いつ 場合 行き 行く 行っ 受け 聞き ちょっと 質問 人 名 日 席 の か 間 泊 時間 から まで ため 検討 中 興味 希望
  请问 請問 你们 你們 你好 您好 我 我们 我們 想 问 問 一下 这个 這個 那个 那個 这 這 那 的 是 有 吗 嗎 呢 么 啊 团 團 行程 课程 課程 课 課 班 一个 人 每人 每 个 個 要 去 现在 現在 还 還 一共 参加 參加 报名 報名 预订 預訂 了 在 和 天 知道 能 可以 几`
    .split(/\s+/)
    .filter(Boolean),
)

const segmenter = new Intl.Segmenter('th', { granularity: 'word' })

/**
 * Reads a question about the catalogue; nothing when it asks nothing that a catalogue can tell. `known` are the stretches other grammars have
 * read (names, days, counts): they say what is asked about, and are no rest. `before` is what was asked just before, for words that ask it of something else.
 */
export function catalogueQuestion(
  said: string,
  known: readonly string[] = [],
  before: readonly Facet[] = [],
): CatalogueQuestion | undefined {
  let low = plain(said)
  for (const stretch of known) low = low.replace(plain(stretch), ' , ')
  const asks: Facet[] = []
  for (const [facet, pattern] of FACETS) {
    const without = low.replace(pattern, (found) => (found === '' ? '' : ' , '))
    if (without !== low) asks.push(facet)
    low = without
  }
  const wanted = asks.length > 0 ? asks : [...before]
  return wanted.length > 0 ? { asks: wanted, rest: restOf(low) } : undefined
}

/** How Japanese sentences end, whatever they ask: the dictionary cuts these anywhere. */
const JAPANESE_ENDS =
  /(?:あり|ござい|でき|い|なり|かかり|もらえ|いただけ)?(?:ます|ません|ました)(?:でしょう)?か?ね?|でしょうか|でしょう|ですか|です|教えて|(?:くだ|下)さい|お願い(?:いた)?します/g

/** What stands together and is not empty, as one. */
function restOf(said: string): string[] {
  const low = said.replace(JAPANESE_ENDS, ' , ')
  const rest: string[] = []
  let end = -1
  for (const { segment, index, isWordLike } of segmenter.segment(low)) {
    if (!isWordLike || !/\p{L}/u.test(segment.replace(/[一二三四五六七八九十百千万萬億亿]/g, '')) || EMPTY.has(segment))
      continue
    if (index === end) rest[rest.length - 1] += segment
    else rest.push(segment)
    end = index + segment.length
  }
  return rest
}

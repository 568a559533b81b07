/**
 * What customers ask businesses about, in the languages they ask in. A topic lets a question in one language find an article that is written in
 * another, and forgives a word for its neighbour ("pay" and "card"). Chinese is here for questions only: nothing is answered in it.
 */
const LIST: [name: string, words: string][] = [
  ['minimum', 'ขั้นต่ำ|น้อยสุด|ต่ำสุด|อย่างน้อย|minimum|\\bmin\\b|at least|smallest|lowest|least|最低|最小|最少|起步'],
  [
    'most',
    'สูงสุด|มากสุด|ไม่เกิน|เต็มที่|จำกัด|maximum|\\bmax\\b|at most|\\blimit|largest|biggest|up to|最大|上限|制限|最多|限制',
  ],
  [
    'price',
    'ราคา|เท่าไ|กี่บาท|ค่าใช้จ่าย|คิดยังไง|คิดเท่า|เรต|\\bprice|\\bcosts?\\b|how much|\\brates?\\b|\\bfees?\\b|charge for|いくら|料金|値段|費用|价格|多少钱|费用|價格|多少錢',
  ],
  ['pay', 'จ่าย|ชำระ|โอน|payment|\\bpay|\\bpaid|支払|決済|払え|払い方|付款|支付|怎么付|付錢'],
  ['topup', 'เติม(?!ยอด|ให้)|top.?up|\\breload|add (?:money|funds|credit)|\\bdeposit money|チャージ|入金|充值|储值|儲值'],
  [
    'wallet',
    'วอลเล็?ต|วอเล็?ต|เครดิต|กระเป๋าเงิน|wallet|credits?\\b|balance|ウォレット|残高|クレジット(?!カード)|余额|钱包|積分|积分',
  ],
  [
    'bankcard',
    'บัตรเครดิต|รูดบัตร|จ่าย(?:ด้วย|ผ่าน)?บัตร|บัตร(?=\\S{0,6}ชาร์จ)|credit card|debit|visa card|(?:accept|take|by|with) visa\\b|master ?card|\\bamex\\b|by card|クレジットカード|カード払|信用卡|刷卡',
  ],
  ['surcharge', 'ชาร์จ(?:เพิ่ม)?|ค่าธรรมเนียม|surcharge|extra charge|card fee|手数料|手续费|手續費'],
  ['crypto', 'คริปโต|usdt|crypto|bitcoin|\\bbtc\\b|仮想通貨|暗号資産|加密|比特币'],
  [
    'ewallet',
    'ทรูวอล|ทรูมันนี่|ทรูมันนี|พร้อมเพย์|พร้อมเพ|truemoney|true money|promptpay|prompt pay|トゥルーマネー|プロンプトペイ',
  ],
  ['bonus', 'โบนัส|แถม|bonus|\\bextra credit|ボーナス|おまけ|特典|奖励|赠送|獎勵'],
  ['discount', 'ส่วนลด|ลดกี่|ลดราคา|โปรโมชั่น|discount|promo(?!tpay)|割引|値引|折扣|优惠|優惠'],
  [
    'howlong',
    'กี่นาที|กี่ชั่วโมง|กี่ชม|กี่วัน|นานไหม|นานแค่ไหน|ใช้เวลา|เร็วแค่ไหน|how long|how fast|how quick|how soon|how many (?:minutes|hours|days)|(?<!(?:you|we|they) )takes?\\b|何分|何日|どのくらい|どれくらい|何時間|多久|几天|幾天',
  ],
  ['when', 'เมื่อไ|ตอนไหน|วันไหน|\\bwhen\\b|いつ|什么时候|何时|甚麼時候'],
  ['start', 'เริ่ม|\\bstart|\\bbegin|kick in|開始|始まり|始まる|开始'],
  [
    'arrive',
    'เข้า(?:กี่|ตอน|เมื่อ|ภายใน)|กว่าจะเข้า|\\bshow up|appear|instant|ขึ้นเร็ว|arrive|credited|reflect|反映|届|到账|到帳',
  ],
  [
    'hours',
    'กี่โมง|เวลาทำการ|เวลาเปิด|เปิด(?:กี่|วัน|ถึง)|ตี(?:หนึ่ง|สอง|สาม|สี่|ห้า)|ดึกๆ|เที่ยงคืน|ทำงานถึง|ออนไลน์ถึง|opening hours|office hours|\\bhours\\b|what time|open (?:on|until|till|from)|staffed|midnight|\\b\\d{1,2} ?[ap]m\\b|営業時間|何時(?!間)|夜中|朝\\d|深夜|営業日|几点|营业|幾點|營業',
  ],
  ['support', 'แอดมิน|เจ้าหน้าที่ตอบ|ซัพพอร์ต|\\badmin\\b|support|customer service|サポート|カスタマー|客服'],
  ['refund', 'คืนเงิน|เงินคืน|ได้คืน|คืนเต็ม|รีฟันด์|refund|money back|get .{0,12}back|返金|払い戻|退款|退钱|退錢'],
  ['cancel', 'ยกเลิก|แคนเซิล|แคนเซล|เปลี่ยนใจ|\\bcancel|call off|change my mind|キャンセル|取り消|取消'],
  ['withdraw', 'ถอน|withdraw|cash out|出金|引き出|现金提|提现|提現'],
  ['taxinvoice', 'ใบกำกับ|ใบเสร็จ|ภาษี|tax invoice|invoice|receipt|税|領収|インボイス|发票|發票|收据'],
  ['company', 'บริษัท|นิติบุคคล|องค์กร|company|corporate|会社|企業|法人|公司'],
  ['reseller', 'ตัวแทน|รีเซล|resell|\\bagent\\b|代理店|代理'],
  ['vip', 'วีไอพี|\\bvip\\b'],
  ['api', '\\bapi\\b|endpoint|integrat|wordpress|エーピーアイ|接口'],
  ['docs', 'เอกสาร(?=\\S{0,6}(?:api|ไหม|อยู่))|document(?:ation|s)?\\b|\\bdocs\\b|\\bmanual|ドキュメント|仕様|文档|文檔'],
  [
    'ratelimit',
    'ครั้งต่อนาที|เรียก.{0,6}กี่ครั้ง|rate.?limit|calls? (?:a|per)|api calls|requests per|回数の制限|何回まで|呼び出し|调用次数|呼叫次數',
  ],
  ['drip', 'ดริ[ปบ]|ทยอย|drip|spread .{0,12}over|gradual|ドリップ|少しずつ|数日に分け|分批|慢慢'],
  ['followers', 'ฟอล|ผู้ติดตาม|follower|フォロワー|粉丝|粉絲'],
  ['instagram', 'ไอจี|อินสตา|\\big\\b|instagram|\\binsta\\b|インスタ|ins粉'],
  ['likesviews', 'ไลค์|ไลก์|วิว|ยอดวิว|\\blikes?\\b|\\bviews?\\b|いいね|再生|点赞|播放'],
  [
    'refill',
    'รีฟิล|ประกัน(?:ยอด|กี่วัน|30)|ยอด(?:ลด|ตก|ร่วง|หล่น)|ฟอลลด|ฟอลหาย|หายหลัง|go(?:es)? down|refill|guarantee|warranty|\\bdrops?\\b|unfollow|リフィル|補充|減った|減り|保証|掉粉|补量|補充|保障',
  ],
  [
    'private',
    'ไพรเวต|ไพรเวท|ปิด(?:ไว้)?(?:เป็น)?ส่วนตัว|บัญชีส่วนตัว|ตั้งเป็นส่วนตัว|private (?:account|profile|page)|set to private|public\\b|非公開|鍵アカ|鍵|is private|公開|私密|公开',
  ],
  ['account', 'บัญชี|แอคเคานต์|โปรไฟล์|\\baccount|profile|アカウント|账号|帐号|帳號'],
  [
    'password',
    'รหัส|พาสเวิร์ด|พาสเวิด|\\botp\\b|โอทีพี|password|login details|log ?in|credentials|パスワード|ログイン|密码|密碼',
  ],
  ['order', 'ออเดอร์|คำสั่งซื้อ|สั่ง|\\border|注文|订单|下单|訂單'],
  ['included', 'รวม|ครอบคลุม|includ|\\bcovers?\\b|part of|come with|comes with|含ま|込み|包含|包括|含不含'],
  ['golf', 'กอล์ฟ|ออกรอบ|ก๊วน|ทีออฟ|ทีไทม์|golf|tee time|\\brounds?\\b|ゴルフ|ラウンド|ティータイム|高尔夫|高爾夫'],
  ['caddie', 'แคดดี้|caddie|caddy|キャディ|球童'],
  ['cart', 'รถกอล์ฟ|\\bcart\\b|buggy|カート|球车|球車'],
  ['greenfee', 'กรีนฟี|green.?fee|グリーンフィ|果岭费'],
  [
    'guest',
    'แขก|เพื่อนที่ไม่ใช่สมาชิก|guests?\\b|non.?member|friends?\\b|colleague|(?:พา)?เพื่อน|ゲスト|同伴|友人|友達|客人|嘉宾|朋友',
  ],
  ['member', 'สมาชิก|member|会員|会员|會員'],
  ['weekend', 'เสาร์|อาทิตย์|วันหยุด|weekend|saturday|sunday|週末|土日|周末'],
  ['rain', 'ฝน|พายุ|ฟ้าผ่า|\\brain|storm|thunder|\\bwet\\b|雨|雷|下雨'],
  [
    'weather',
    'อากาศ|หนาว|ร้อนไหม|ฤดู|มรสุม|weather|climate|\\bseason|temperature|\\bcold\\b|天気|気候|季節|寒い|気温|天气|气候|天氣',
  ],
  ['autumnsnow', 'ใบไม้(?:แดง|เปลี่ยนสี)|หิมะ|autumn|fall colou?r|foliage|\\bleaves\\b|\\bsnow|紅葉|雪|红叶|紅葉|下雪'],
  ['phuket', 'ภูเก็ต|อันดามัน|phuket|andaman|プーケット|普吉'],
  ['kyoto', 'เกียวโต|kyoto|京都'],
  ['hokkaido', 'ฮอกไกโด|hokkaido|北海道'],
  ['japan', 'ญี่ปุ่น|\\bjapan\\b|日本(?!語)|日本'],
  [
    'dress',
    'แต่งกาย|แต่งตัว|เดรสโค้ด|ใส่(?:ชุด|กางเกง|ขาสั้น|อะไร|เสื้อ)|ขาสั้น|ยีนส์|เสื้อ|กางเกง|ชุดขาว|นุ่งขาว|dress|wear\\b|shorts|jeans|denim|\\bshirt|clothes|outfit|服装|短パン|ジーンズ|着て|服|穿|短裤|短褲|衣服',
  ],
  ['shoes', 'รองเท้า|ปุ่ม(?:นิ่ม)?|shoes?\\b|spikes?\\b|靴|シューズ|スパイク|鞋'],
  ['advance', 'ล่วงหน้า|จองก่อน|จองได้ไกล|in advance|ahead|notice|how early|earliest|先まで|前もって|何日前|事前|提前'],
  ['book', 'จอง|\\bbook|reserv|予約|预订|预约|預訂|預約'],
  ['group', 'กรุ๊ป|กลุ่ม|หมู่คณะ|\\bgroup|団体|グループ|团|團|小组'],
  [
    'howmany',
    'กี่คน|กี่ท่าน|กี่ที่|จำนวนคน|how many (?:people|guests|persons|friends|students|travell?ers)|how big|size\\b|何人|何名|人数|几个人|多少人|幾個人',
  ],
  ['concierge', 'คอนเซียร์จ|คอนเซียช|concierge|コンシェルジュ|礼宾'],
  ['rental', 'เช่า|ยืม|\\brent|\\bborrow|\\bhire\\b|\\blend|\\bloan|レンタル|借り|貸し|租|借'],
  ['clubs', 'ไม้กอล์ฟ|ไม้(?=เช่า|มือ|ซ้าย)|ชุดไม้|\\bclubs?\\b|クラブ(?!ハウス)|球杆|球桿'],
  ['lefthand', 'มือซ้าย|ถนัดซ้าย|ซ้าย(?=มี|\\s|$)|left.?hand|lefty|左利き|左手|左撇子'],
  ['spouse', 'คู่สมรส|ภรรยา|สามี|แฟน|\\bwife|husband|spouse|partner\\b|配偶者|妻|夫|家族|太太|老婆|老公|配偶'],
  ['family', 'ครอบครัว|คนในบ้าน|family|household|家族|家庭|家人'],
  ['spa', 'สปา|นวด|leisure|\\bspa\\b|massage|レジャー|スパ|按摩|水疗'],
  [
    'transfer',
    'โอน(?:สิทธิ|ให้)|ใช้แทน|แชร์|ให้คนอื่น|transferable|\\bshare|give .{0,20}to (?:someone|another|a friend)|譲|共有|シェア|转让|分享|共用',
  ],
  [
    'carryover',
    "ทบ|ยกยอด|ยกไป|ใช้ไม่หมด|เหลือ(?=\\S{0,10}(?:ปี|ทบ|ยก))|carry|roll ?over|unused|don't use|หมดปี|余っ|余り|left over|繰り越|繰越|使い切|结转|用不完|用完",
  ],
  [
    'expire',
    'หมดอายุ|อายุการใช้|ใช้ได้(?:กี่|นาน|ถึง)|ภายในกี่เดือน|expir|valid|validity|有効期限|期限切れ|いつまで使|过期|有效期|過期',
  ],
  ['year', 'ปีหน้า|ปีถัดไป|ข้ามปี|next year|来年|明年'],
  ['night', 'กลางคืน|ตอนค่ำ|เปิดไฟ|ไนท์|\\bnight|floodl|\\blit\\b|after dark|evening|ナイター|夜|夜场|晚上|夜間'],
  ['lasttime', 'รอบสุดท้าย|รอบบ่ายสุดท้าย|ช้าสุด|last (?:tee|start|slot|round)|latest|最終|最晚|最后'],
  [
    'id',
    'บัตรประชาชน|พาสปอร์ต|หนังสือเดินทาง|\\bid\\b|id card|(?<!visas?\\b[^.?!]{0,25})passport(?![^.?!]{0,25}\\bvisa)|身分証|パスポート|身份证|护照|護照',
  ],
  ['qr', 'คิวอาร์|\\bqr\\b|digital card|member card|会員証|二维码|會員卡|会员卡'],
  [
    'beginner',
    'พื้นฐาน|มือใหม่|ไม่เคย(?:ทำ|เรียน)|เริ่มต้น(?=\\S{0,5}(?:เรียน|ไม่))|ผู้เริ่ม|ประสบการณ์|beginner|experience|novice|never cooked|from scratch|newbie|初心者|未経験|経験|没有经验|没经验|没学过|初学者|新手|零基础|零基礎',
  ],
  ['course', 'คอร์ส|หลักสูตร|ค่าเรียน|\\bcourses?\\b|tuition|コース|講座|课程|課程'],
  [
    'workshop',
    'เวิร์[กค]ช็?อ[ปพ]|คลาส|workshop|\\bclass(?:es)?\\b|lesson|ワークショップ|クラス|教室|レッスン|授業|上课|课|課',
  ],
  ['instalment', 'ผ่อน|เป็นงวด|กี่งวด|แบ่งจ่าย|instal|payment plan|monthly payment|split the|0%|分割|分期'],
  [
    'deposit',
    'มัดจำ|วางเงิน|ส่วนที่เหลือ|\\bdeposit|down payment|balance due|(?:rest|remainder|remaining (?:amount|sum|balance))(?: (?:of (?:it|the money|the price|the payment)))?(?= (?:is |be )?(?:due|paid|payable)|$|[?.!,])|up.?front|予約金|頭金|残金|手付|定金|订金|訂金|尾款',
  ],
  [
    'language',
    'ภาษา|สอนเป็น|พูด(?:ไทย|อังกฤษ|ญี่ปุ่น)|ล่าม|language|in english|in japanese|in thai|speak|interpreter|translat|何語|日本語|英語|通訳|语言|英文|中文|语|翻译|語言',
  ],
  [
    'bring',
    'เตรียม|เอา(?:ไป|มา)(?!กลับ)|ต้องพก|พก|ติดตัว|ของที่ต้อง|what (?:should|do|must) (?:i|we) (?:bring|take)|bring my own|need my own|\\bbring\\b(?! (?:a |my |some )?(?:friend|guest|dog|pet))|provided|持ち物|持って行|必要なもの|带什么|准备什么|帶什麼',
  ],
  ['kitchenware', 'ผ้ากันเปื้อน|มีด(?!โกน)|เอี๊ยม|apron|kni(?:fe|ves)|包丁|エプロン|围裙|刀'],
  ['allergy', 'แพ้|ภูมิแพ้|กลูเตน|allerg|intoleran|gluten|co?eliac|アレルギー|グルテン|麸质|过敏|過敏'],
  ['seafood', 'อาหารทะเล|กุ้ง|ปู|seafood|shellfish|shrimp|prawn|甲殻類|エビ|海鲜|海鮮|虾'],
  [
    'kids',
    'เด็ก|ลูก(?!ค้า|ทัวร์)|หลาน|กี่ขวบ|ขวบ|ทารก|kids?\\b|child|toddler|infant|\\bbab(?:y|ies)\\b|\\bson\\b|daughter|子供|子ども|お子|幼児|何歳|孩子|小孩|儿童|兒童',
  ],
  ['age', 'อายุ(?!การ)|กี่ขวบ|\\bages?\\b|years? old|how old|from age|minimum age|何歳|年齢|歳|几岁|年龄|幾歲|岁'],
  [
    'senior',
    'ผู้สูงอายุ|คนแก่|สูงวัย|คุณพ่อ|คุณแม่|คุณยาย|คุณตา|ปู่|ย่า|senior|elderly|older|\\bmum\\b|\\bmother|\\bfather|grand(?:ma|pa|mother|father|parents)|\\b[78]\\d\\b|高齢|シニア|(?:母|父)(?!\\S{0,6}車椅子)|祖父|祖母|老人|长者|爸妈|老年',
  ],
  [
    'reschedule',
    'เลื่อน|ย้ายรอบ|เปลี่ยนวัน|ย้ายวัน|reschedul|another date|different date|move my|postpone|change the date|日程変更|振替|変更|改期|改时间|改日期|改時間',
  ],
  [
    'absent',
    "ไม่ไปเรียน|ขาดเรียน|ไม่ได้ไป|ไปไม่ได้|ป่วย|ไม่สบาย|\\bmiss(?:ed)?\\b|can(?:no|')t (?:come|make|travel|attend)|\\bsick\\b|\\bill\\b|欠席|行けな|病気|缺席|生病|去不了",
  ],
  ['parking', 'ที่จอด|จอดรถ|ขับรถ|\\bpark(?:ing)?\\b|car park|駐車|停め|停车|停車'],
  [
    'place',
    'อยู่ที่ไหน|อยู่ตรงไหน|ใกล้บีทีเอส|ใกล้ bts|\\bbts\\b|บีทีเอส|เอกมัย|อารีย์|สาขา|where (?:is|are)|located|location|address|ekkamai|\\bari\\b|どこにあり|場所|住所|最寄り|駅から|エカマイ|アーリー|在哪|地址|地点',
  ],
  ['certificate', 'ใบประกาศ|ใบเซอร์|วุฒิบัตร|เซอร์ติ|certificate|diploma\\b|修了証|証明書|证书|證書'],
  [
    'privateclass',
    'คลาสส่วนตัว|จัดคลาสให้|สอนที่บ้าน|貸切|ตัวต่อตัว|ไพรเวต(?!\\S{0,6}(?:สั่ง|บัญชี))|private (?:class|lesson|session)|one.?on.?one|プライベートクラス|プライベートレッスン|マンツーマン|私人课|一对一|私人課',
  ],
  ['offsite', 'นอกสถานที่|ที่ออฟฟิศเรา|off.?site|our (?:office|place|venue)|出張|上门'],
  ['quote', 'ใบเสนอราคา|เสนอราคา|quote|quotation|estimate|見積|报价|報價'],
  ['free', 'ฟรี|ไม่คิดเงิน|ไม่เสียเงิน|\\bfree\\b|no charge|complimentary|無料|免费|免費'],
  ['flight', 'ตั๋วเครื่องบิน|ตั๋วบิน|เที่ยวบิน|เครื่องบิน|flight|air ?fare|plane ticket|航空券|飛行機|フライト|机票|機票'],
  [
    'insurance',
    'ประกัน(?:เดินทาง|การเดินทาง|ภัย|อุบัติเหตุ|ผู้สูงอายุ|สุขภาพ)|ทำประกัน|มีประกัน(?!\\S{0,4}(?:30|ยอด))|insur|保険|保险|保險',
  ],
  ['visa', 'วีซ่า|วีซ้า|\\bvisas?\\b(?! card)|ビザ|査証|签证|簽證'],
  ['vietnam', 'เวียดนาม|vietnam|hanoi|saigon|ベトナム|越南'],
  [
    'privatetour',
    '(?:ทริป|ทัวร์)(?:แบบ)?(?:ส่วนตัว|ไพรเวต)|private (?:tour|trip|guide)|プライベート(?!クラス|レッスン)|個人ツアー|私人团|包团|私家团',
  ],
  [
    'jointour',
    'จอยทัวร์|จอยกรุ๊ป|join.?(?:in )?(?:tour|group|trip)|group (?:tour|trip|departure)|混載|グループツアー|拼团|跟团',
  ],
  [
    'difference',
    'ต่างกัน|ต่างจาก|แตกต่าง|เทียบ|หรือแบบไหนดี|differ|\\bversus\\b|\\bvs\\b|compare|違い|違う|比べ|区别|不同|區別',
  ],
  [
    'ordinary',
    'ทัวร์ทั่วไป|ทัวร์ปกติ|บริษัทอื่น|เจ้าอื่น|ordinary|normal (?:tour|package)|package tour|other compan|regular tour|普通|一般|他社|普通团|一般的',
  ],
  ['elephant', 'ช้าง|elephant|象|大象'],
  ['ethical', 'ขี่ช้าง|ทรมาน|ethic|riding|cruel|humane|welfare|象乗り|福祉|虐待|骑象|騎象'],
  ['tip', 'ทิป|\\btips?\\b|tipping|gratuit|チップ|小费|小費'],
  ['guide', 'ไกด์|มัคคุเทศก์|\\bguides?\\b|ガイド|导游|導遊'],
  ['driver', 'คนขับ|driver|運転手|ドライバー|司机'],
  ['carseat', 'คาร์ซีท|car ?seat|チャイルドシート|安全座椅'],
  ['voucher', 'วอ[ยช]?เชอร์|วอชเชอร์|เอกสาร(?:การ)?เดินทาง|voucher|travel documents|バウチャー|旅程表|凭证|憑證'],
  ['departure', 'ก่อนเดินทาง|วันเดินทาง|before (?:departure|we (?:leave|travel)|the trip)|depart|出発|出发前|出發前'],
  [
    'walking',
    'เดิน(?!ทาง)|ก้าว|เข่า|ขาไม่ดี|ปวดขา|ฟิต|walk|\\bsteps\\b|knee|mobility|\\bclimb|hike|stairs|\\bgentl(?:e|er|est)\\b|\\beasiest\\b|(?:least|less|not too|too) (?:tiring|strenuous|demanding|active)|เหนื่อย|\\bfit\\b|歩|膝|体力|登り|走路|走多少|膝盖|爬',
  ],
  ['bhutan', 'ภูฏาน|ทักซัง|bhutan|tiger.?s nest|taktsang|ブータン|タクツァン|不丹'],
  [
    'pickup',
    'ขึ้นรถ|จุดนัด|นัดพบ|นัดเจอ|เจอกันที่|มารับ(?:ที่|กี่)|meeting point|\\bpick(?:ed)? ?(?:us |me )?up\\b|where (?:do|should|shall) (?:we|i) (?:meet|board)|集合|お迎え|在哪(?:里|儿)?(?:集合|上车)|接送',
  ],
  ['wheelchair', 'รถเข็น|วีลแชร์|wheel ?chair|車椅子|轮椅|輪椅'],
  [
    'medical',
    'ใบรับรองแพทย์|โรคประจำตัว|ความดัน|หัวใจ|doctor|medical|medicine|heart condition|診断書|持病|薬|医生证明|病史',
  ],
  [
    'alone',
    '(?:ไป|มา)คนเดียว|เดินทางคนเดียว|หาเพื่อนนอน|พักเดี่ยว|ห้อง(?:พัก)?เดี่ยว|รูมเมต|จับคู่|\\balone\\b|single|solo|roommate|on my own|by myself|room ?share|一人(?:参加|部屋|旅)|お一人|相部屋|单人|一个人|單人|室友',
  ],
  ['room', 'ห้อง(?!น้ำ|อาบ|เรียน|ครัว)(?:พัก)?|\\brooms?\\b|部屋|房间|房間'],
  [
    'food',
    'อาหาร(?!ทะเล|ญี่ปุ่น)|กินเจ|เมนู|ทานอะไร|มื้อ|\\bfood|\\bmeals?\\b|\\bdiet|menu|eat\\b|食事|料理(?!教室)|メニュー|饮食|吃|餐',
  ],
  ['vegan', 'เจ(?=มี|ไหม|\\s|$|ทุก|หรือ)|มังสวิรัติ|ฮาลาล|vegan|vegetarian|halal|ヴィーガン|ベジタリアン|ハラール|素食|清真'],
  ['softfood', 'อาหารอ่อน|เคี้ยว|soft food|puree|chew|やわらか|柔らか|软食'],
  ['nurse', 'พยาบาล|ออกซิเจน|หมอไปด้วย|nurse|oxygen|medic\\b|看護師|酸素|护士|氧气|護士'],
  ['firstaid', 'ปฐมพยาบาล|cpr|first.?aid|応急|急救'],
  ['office', 'สำนักงาน|ออฟฟิศ|หน้าร้าน|\\boffice|walk in|visit you|事務所|オフィス|来店|办公室|門市|门店'],
  ['temple', 'วัด(?!ทักซัง|ตัว)|สังเวชนียสถาน|แสวงบุญ|ไหว้พระ|อินเดีย|temple|pilgrim|buddhist site|寺|聖地|巡礼|寺庙|朝圣|寺廟'],
  [
    'newtrips',
    'ทริปใหม่|แจ้งเตือน|ข่าวสาร|รับข่าว|new (?:trips?|tours?)\\b|newsletter|subscribe|notif|新しい旅|新着|お知らせ|新行程|通知|订阅',
  ],
  ['single_supplement', 'ค่าพักเดี่ยว|จ่ายห้องเดี่ยว|single supplement|一人部屋追加'],
  ['shopping', 'ช้อป|ช็อปปิ้ง|บังคับซื้อ|ร้าน(?:ค้า|จิวเวล|ขายของ)|shopping|souvenir|forced|土産|お買い物|買い物|购物|購物'],
  ['bath', 'ห้องอาบน้ำ|อาบน้ำ|ออนเซ็น|shower|\\bbath|風呂|シャワー|温泉|洗澡'],
  ['toilet', 'ห้องน้ำ|สุขา|toilet|rest ?room|bath ?room|\\bwc\\b|トイレ|お手洗い|厕所|洗手间|廁所'],
  ['coach', 'โปรสอน|ครูสอนส่วนตัว|\\bcoach|instructor|レッスンプロ|コーチ|教练'],
  ['film', 'ถ่ายวิดีโอ|ถ่ายคลิป|ถ่ายรูป|\\bfilm\\b|record(?:ing)?\\b|take photos|動画を撮|撮影|拍照|拍视频'],
  ['takehome', 'กลับบ้าน|take home|take away|持ち帰|打包|带回家'],
  ['animals', '(?<!เ)หมา(?![กยะ])|สุนัข|แมว|สัตว์เลี้ยง|\\bdogs?\\b|\\bcats?\\b|\\bpets?\\b|犬|ペット|狗|宠物|寵物'],
  ['licence', 'ใบอนุญาต|licen[cs]e|登録番号|許可|执照|許可證'],
  ['water', 'น้ำประปา|น้ำก๊อก|tap water|水道水|自来水'],
  ['ship', 'ค่าส่ง|จัดส่ง|ส่งของ|ต่างจังหวัด|\\bship|deliver(?:y|ed)|courier|送料|配送|宅配|郵送|发货|寄送|运费|快递|運費'],
  ['ban', 'โดนแบน|แบน(?:ไหม|มั|$|\\s)|โดนบล็อก|\\bban(?:ned)?\\b|suspend|凍結|封号|封鎖'],
  ['earlybird', 'early.?bird|จองเร็ว|早期|早割|早鸟|早鳥'],
  [
    'recommend',
    'แนะนำ|อันไหนดี|ที่ไหนดี|which (?:one )?is (?:better|nicer|best)|recommend|suggest|better for|おすすめ|お勧め|推荐|推薦',
  ],
  ['job', 'สมัครงาน|รับสมัคร|ฝึกงาน|\\bhiring\\b|\\bvacanc|internship|求人|招聘'],
  ['gift', 'ของขวัญ|บัตรกำนัล|gift|ギフト|礼品|禮券'],
  ['upgrade', 'อัปเกรด|อัพเกรด|upgrade|アップグレード|升级|升級'],
  ['wifi', 'ไวไฟ|ไว-ไฟ|อินเทอร์เน็ต|ซิม(?:การ์ด)?|wi-?fi|internet|\\bsim\\b|インターネット|ネット|网络|上网'],
  ['plug', 'ปลั๊ก|หัวแปลง|plug|adaptor|adapter|socket|コンセント|插头|插座'],
  ['delete', 'ลบ(?:บัญชี|ข้อมูล|โพสต์|คอมเมนต์)|delete|remove|erase|削除|删除|刪除'],
  ['online', 'ออนไลน์(?!ถึง)|online|remote(?:ly)?|zoom|オンライン|线上|線上'],
  ['baking', 'ขนมปัง|เค้ก|เบเกอรี่|\\bbak(?:e|ing|ery)\\b|bread|\\bcakes?\\b|ケーキ|パン(?!フ|ダ)|面包|蛋糕'],
  ['luggage', 'กระเป๋า(?!เงิน|ตัง)|สัมภาระ|luggage|baggage|suitcase|荷物|スーツケース|行李'],
  ['seat', 'ที่นั่ง|\\bseats?\\b|座席|席を|座位'],
  ['airline', 'สายการบิน|airline|航空会社|航空公司'],
  ['email', 'อีเมล|อีเมล์|e-?mail|メールアドレス|邮箱|電郵'],
  ['username', 'ยูสเซอร์|username|user name|ユーザー名|用户名'],
  ['pool', 'สระว่ายน้ำ|ฟิตเนส|ซาวน่า|\\bpool\\b|\\bgym\\b|sauna|プール|ジム|サウナ|泳池|健身'],
  ['exchange', 'แลกเงิน|exchange (?:money|rate)|currency|両替|换钱|匯率|汇率'],
  ['vaccine', 'วัคซีน|vaccin|ワクチン|予防接種|疫苗'],
  ['referral', 'แนะนำเพื่อน|ชวนเพื่อน|referral|refer a friend|紹介|推荐朋友'],
  ['trial', 'ทดลอง(?:ใช้|เรียน)|free trial|trial\\b|お試し|体験|试用|試用'],
  ['stars', 'กี่ดาว|\\bstars?\\b|つ星|星级|幾星'],
  ['diving', 'ดำน้ำ|diving|snorkel|ダイビング|潜水|浮潜'],
  ['tournament', 'แข่ง(?:ขัน)?|ทัวร์นาเมนต์|tournament|competition|大会|コンペ(?!ティ)|比赛|比賽'],
  ['drivingrange', 'สนามไดร์|ไดร์ฟ|driving range|練習場|练习场'],
  ['storage', 'ฝาก(?:กระเป๋า|ของ|ถุง)|\\bstore my|lockers?|storage|預け|寄存'],
  ['dorm', 'หอพัก|ที่พักนักเรียน|dormitor|accommodation|学生寮|宿舍'],
  ['posts', 'เขียนโพสต์|ยิงแอด|\\bposts?\\b|advertis|投稿|広告|发帖|广告'],
  ['mobileapp', 'แอปมือถือ|โหลดแอป|android|iphone|mobile app|スマホアプリ|手机应用'],
  ['youtube', 'ยูทูบ|youtube|ซับ(?:ยู|พัน)|subscribers|ユーチューブ|油管'],
  ['othersites', 'สปอติฟาย|spotify|telegram|ทวิตเตอร์|twitter|linkedin'],
  ['safe', 'ปลอดภัย|\\bsafe\\b|safety|安全'],
  ['review', 'รีวิว|review|レビュー|口コミ|评价|評價'],
]

const TOPICS = LIST.map(([name, words]) => ({ name, pattern: new RegExp(words, 'g') }))

/** Where a topic is spoken of in a text. */
export type Mention = { topic: string; from: number; to: number }

/** Every mention of every topic, in a text spelt by `spelt`. */
export function mentionsIn(text: string): Mention[] {
  const mentions: Mention[] = []
  for (const { name, pattern } of TOPICS) {
    // not matchAll, which makes a new expression of each of these hundreds for every text
    pattern.lastIndex = 0
    for (let it = pattern.exec(text); it; it = pattern.exec(text))
      mentions.push({ topic: name, from: it.index, to: it.index + it[0].length })
  }
  return mentions
}

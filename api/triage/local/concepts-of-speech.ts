/**
 * How people say it, whatever it is about: when, how many, whose, asked or told. Numbers are written `0` by then, long ones (orders, phones) `000`.
 * The last part of each is Chinese, in both scripts.
 */
export const SPEECH: [string, string][] = [
  [
    'when',
    'วันนี้|พรุ่งนี้|พรุ้งนี้|พน\\.|มะรืน|คืนนี้|เย็นนี้|เช้านี้|บ่ายนี้|วันที่|วัน(?:จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์)|(?:จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์)(?:นี้|หน้า)|เดือนหน้า|สิ้นเดือน|ต้นเดือน|ปลายเดือน|กลางเดือน|สัปดาห์หน้า|ปีหน้า|ปีใหม่|สงกรานต์|(?:มกรา|กุมภา|มีนา|เมษา|พฤษภา|มิถุนา|กรกฎา|สิงหา|กันยา|ตุลา|พฤศจิกา|ธันวา)|[มกพสตธ]\\.?[คพยม]\\.|\\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sat|sun)(?:day)?\\b|\\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|ember|ober)?\\b|tomorrow|tonight|today|next (?:week|month|year)|weekend|christmas|new year|0(?:st|nd|rd|th)\\b|0月|0日|明日|今日|来週|来月|今週末|年末|正月|[周星][期]?[一二三四五六日天末]|礼拜|禮拜|明天|后天|後天|今天|今晚|下周|下週|下个?月|下個月|春节|春節|国庆|號|0号',
  ],
  [
    'clock',
    '(?:0|\\S)โมง|ทุ่ม|บ่าย|เที่ยง|ตี ?(?:0|หนึ่ง|สอง|สาม|สี่|ห้า)|0 ?น\\.|\\b0 ?(?:am|pm|a\\.m|p\\.m|o.?clock)|at 0|noon|morning|afternoon|evening|午前|午後|0時|朝|夕方|夜|0点|0點|上午|下午|早上|晚上|中午',
  ],
  [
    'people',
    '(?:0|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ)\\S{0,2} ?(?:คน|ท่าน|ที่นั่ง|ที่|ผู้ใหญ่|เด็ก|ลูก)|ผู้ใหญ่|ไปกัน|\\b(?:0|one|two|three|four|five|six|seven|eight|nine|ten|couple of|few) ?(?:of us|people|persons?|pax|adults?|kids|children|guests|players|golfers|friends|seats?|ladies|guys|girls|students|passengers|travell?ers|places|spots)|\\bfor (?:0|two|three|four|five|six|eight|ten)\\b|just me\\b|\\bsolo\\b|my (?:wife|husband|family|parents) and|and (?:me|i)\\b|0 ?(?:名|人)|大人|[一二三四五六七八九十两兩几幾] ?(?:名|人|位)|0位|我们|我們|大人0',
  ],
  ['nights', '(?:0|\\S) ?คืน|0 ?วัน ?0|nights?\\b|\\b0 days?\\b|two weeks|0泊|泊|0晚|0天|两晚|三晚|兩晚'],
  ['ref', '\\b[a-z]{1,4}0?-(?:[a-z]-)?0|\\bmem-'],
  ['longnumber', '000'],
  ['contact', '@|\\+0|เบอร์ ?0|โทร ?0|\\btel\\b|电话|電話|微信|wechat|whatsapp'],
  ['price', '0 ?(?:บาท|฿|baht|thb|usd|円|バーツ|泰铢|泰銖|元|k\\b)|฿ ?0|\\$ ?0|¥ ?0|หมื่น|พัน|แสน|ล้าน'],
  ['budget', 'งบ|budget|予算|预算|預算'],
  [
    'isit',
    'ไหม|หรือเปล่า|ป่าว|หรือไม่|รึ|ใช่มั้ย|^(?:do|does|is|are|can|could|will|would|may|did|has|have|should) |\\? *$|？|ですか|ますか|でしょうか|吗|嗎|呢|能不能|可不可以|有没有|有沒有|是不是',
  ],
  [
    'doyou',
    'do you|does (?:the|your|it|this)|are (?:you|your|the|there)|is (?:the|there|it|your)|can (?:i|we|you|people|my)|มี\\S{0,14}ไหม|รับ\\S{0,10}ไหม|ได้ไหม|ต้อง\\S{0,16}ไหม|ありますか|できますか|必要ですか|可以|能\\S{0,6}吗|需要\\S{0,8}吗|有\\S{0,6}吗',
  ],
  [
    'wh',
    'กี่|เท่าไ|เมื่อไ|ที่ไหน|ตรงไหน|อะไร|ยังไง|อย่างไร|แบบไหน|อันไหน|ตัวไหน|ใคร|ทำไง|\\bhow\\b|\\bwhat|\\bwhen\\b|\\bwhere|\\bwhich|\\bwho\\b|いくら|いつ|どこ|何|どう|どの|どれ|多少|几|幾|什么|什麼|怎么|怎麼|哪|何时|谁|誰|多久',
  ],
  [
    'general',
    'ปกติ|โดยปกติ|โดยทั่วไป|ทั่วไป|เงื่อนไข|นโยบาย|ระหว่าง|ต่างกัน|แนะนำ|ควร|ขั้นต่ำ|สูงสุด|ใช้เวลา|นานแค่ไหน|usually|normally|generally|policy|difference|recommend|should i|minimum|maximum|how long|how far|how does|ever\\b|普段|通常|違い|おすすめ|一般|通常|区别|區別|推荐|推薦|最低|最少|多久',
  ],
  [
    'ask',
    'ขอ(?!บ|ง)|ช่วย|รบกวน|ฝาก|วาน|ทีค่ะ|ทีครับ|หน่อย|อยากให้|please|could you|can you|would you|kindly|need (?:to|you)|i.?d like|we.?d like|ください|お願い|いただけ|ほしい|欲しい|请|請|麻烦|麻煩|帮|幫|想要|需要|希望',
  ],
  [
    'want',
    'อยาก|ต้องการ|สนใจ|จะเอา|เอา(?=\\S)|want|would like|looking for|looking to|hoping|keen|interested|wish to|thinking|plan(?:ning)? (?:to|on|a)|したい|希望|検討|考えて|行きたい|想|要(?!是)|打算|感兴趣|感興趣|考虑|考慮',
  ],
  [
    'booked',
    'จองไว้|จองไป|ที่จอง|สั่งไว้|สั่งไป|ที่สั่ง|ลงไว้|ที่ลง|สมัครไว้|ซื้อไว้|ซื้อไป|นัดไว้|จองแล้ว|ลงทะเบียนแล้ว|บุ๊คไว้|บุ๊กไว้|booked|my (?:booking|order|reservation|trip|tour|class|seat|course|room|flight|session|tee time|case|ticket|quote|refund|deposit|payment)|our (?:booking|order|reservation|trip|tour|class|seats?|course|room|flight|tee time|quote|refund|deposit|guide|driver|hotel)|i (?:booked|ordered|paid|bought)|we (?:booked|ordered|paid|bought)|予約した|予約済|予約の|予約番号|注文した|注文番号|申し込んだ|の予約|预订的|預訂的|订单|訂單|订的|訂的|预约的|買的|买的|已经订|已訂',
  ],
  [
    'promised',
    'บอกว่า|บอกจะ|สัญญา|รับปาก|นัดไว้ว่า|แจ้งว่า|รับเรื่องไว้|ไหนบอก|ไหนว่า|แล้วไง|you said|you promised|promised|was told|told (?:me|us)|you told|supposed to|should have|was meant|guaranteed|said it would|約束|と言われ|はずで|说好|說好|答应|答應|承诺|承諾|说过|說過|本来应该',
  ],
  [
    'elapsed',
    '(?:0|หนึ่ง|สอง|สาม|สี่|ห้า|หลาย|ครึ่ง)\\S{0,3} ?(?:นาที|ชั่วโมง|ชม|วัน|อาทิตย์|สัปดาห์|เดือน)(?:แล้ว|กว่า|ละ)|เกิน(?:กำหนด|เวลา|มา)|เลยกำหนด|ตั้งแต่(?:เช้า|เมื่อ|วัน)|เป็นชั่วโมง|\\b(?:0|an?|two|three|several|few) (?:min(?:ute)?s?|hours?|hrs?|days?|weeks?)(?: (?:ago|now|already|later|late))?|since (?:yesterday|last|mon|tue|wed|thu|fri|sat|sun|this|the|0)|for (?:0|an|two|three|over|days|hours|weeks)|(?:分|時間|日|週間)(?:以上)?(?:経|待|前|たって)|个?小时了|個?小時了|分钟了|分鐘了|天了|周了|已经\\S{0,6}了',
  ],
  [
    'stillnot',
    'ยังไม่|ยังไม|ยังคง|ก็ยัง|ไม่เคย|ไม่ได้รับ|ไม่เห็น|ไม่มีใคร|still|not yet|yet to|no (?:one|body|reply|news|sign)|hasn.?t|haven.?t|didn.?t|never|nothing|未だ|まだ|いまだ|ていません|てない|还没|還沒|没有?收到|沒有?收到|一直没|一直沒|仍然|仍未|没有?人|沒有?人|未收到|还是',
  ],
  [
    'cannot',
    'ไม่ได้|ไม่ติด|ไม่ผ่าน|ไม่ออก|ไม่ไป|ไม่สำเร็จ|ใช้ไม่|เปิดไม่|กดไม่|หาไม่|can.?t|cannot|could ?n.?t|unable|won.?t|doesn.?t|does not|fail|not work|isn.?t|refuse|reject|できない|できません|られない|不能|不了|无法|無法|失败|失敗|打不开|打不開|用不了|登不',
  ],
  [
    'notwhat',
    'ไม่ใช่|ไม่ตรง|แต่(?:ได้|กลับ|มา|เข้า|เจอ|เป็น|ขึ้น|จริง)|ทั้งที่|ทั้งๆ|แทนที่|กลายเป็น|ไม่เหมือน|ต้องเป็น|ที่ถูก|\\bbut\\b|instead|not what|should (?:be|have)|supposed|was (?:told|promised|quoted)|even though|although|unlike|なのに|のに|ではなく|はず|却|但是|可是|不是|应该是|應該是|明明|不符|不一样|不一樣',
  ],
  [
    'badfeeling',
    'แย่|ห่วย|เซ็ง|หงุดหงิด|โมโห|โกรธ|เสียความรู้สึก|เสียใจ|รับไม่ได้|ไม่โอเค|ไม่ไหว|เสียอารมณ์|หลอก|โกง|เบื่อ|ไม่แฟร์|unacceptable|ridiculous|angry|furious|upset|disgust|frustrat|unhappy|annoy|scam|cheat|rip.?off|not (?:ok|okay|good|fair|happy|acceptable)|wtf|最悪|納得|怒|詐欺|生气|生氣|太差|骗|騙|失望|投诉|投訴|不满|不滿|过分|過分',
  ],
  [
    'family',
    'แม่|พ่อ|ยาย|ตา(?= |ของ)|ปู่|ย่า|ลูก(?!ค้า|เล่น|ทัวร์|ก๊วน)|แฟน|สามี|ภรรยา|เมีย|น้อง|ลุง|ป้า|เพื่อน|mum|mom|mother|dad|father|wife|husband|daughter|\\bson\\b|kids?|parents|grand|friend|妻|夫|母|父|息子|娘|子供|友人|爸|妈|媽|老婆|太太|老公|先生|孩子|女儿|女兒|儿子|兒子|朋友|父母',
  ],
]

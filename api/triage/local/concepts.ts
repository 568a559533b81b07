import { CHINESE } from './concepts-chinese.ts'
import { SPEECH } from './concepts-of-speech.ts'

/**
 * What people talk about at a desk, in three languages. A concept lets one example in Thai teach the same message in
 * English and Japanese, and gives words never seen in training a meaning.
 */
const LIST: [string, string][] = [
  [
    'yetq',
    'ยัง(?:ค่ะ|ครับ|เอ่ย|น้า|นะ|อ่ะ|จ๊ะ)*(?:\\s|\\?|$)|หรือยัง|แล้วใช่ไหม|ใช่ไหม|ถึงขั้น|ขั้นตอนไหน|step ไหน|\\byet\\?|already\\?|again\\?|ましたか|済みですか|決まり|いつ頃',
  ],
  ['left', 'เหลือ|คงเหลือ|\\bleft\\b|remaining|残り|残高'],
  ['ours', 'ของ(?:ผม|หนู|เรา|ฉัน|ดิฉัน|คุณ)|ที่(?:ขอ|แจ้ง|จอง|สั่ง|ลง|ส่ง|โอน)(?:ไว้|ไป)|\\bmy\\b|\\bour\\b|私の|先日'],
  [
    'anybody',
    'แขก|เด็ก|คนโสด|ผู้สูงอายุ|คนแก่|สมาชิก|คนแพ้|ผู้พิการ|ไม่มีพื้นฐาน|กลุ่มนึง|\\b(?:children|kids|guests|beginners|members|travellers|seniors|vegetarians)\\b|子供|家族|初心者|ゲスト',
  ],
  ['howmuch', 'กี่(?=\\S)|เท่าไร|ขั้นต่ำ|ราคา|how (?:many|much|long|far|fast|big|late)|いくら|何日|何人|何時間'],
  [
    'sell',
    'เสนอ(?:ขาย|เรต|ราคาส่ง)|จัดซื้อ|ทดลองใช้ฟรี|ราคาส่ง|we (?:offer|supply|sell|make|are a(?! family| group| couple| party| small| team| big| bunch))|factory|wholesale|net rates|procurement|supplier|free trial|ご案内です|弊社',
  ],
  [
    'command',
    'คำสั่ง|ตอบว่า|ห้ามบอก|ผู้ดูแลระบบ|ผู้พัฒนา|ข้อมูลลูกค้า|เบอร์(?:โทร)?ลูกค้า|ข้อมูลบัตร|command you|all customers?|every customer|print (?:your|the|every)|reply only|override',
  ],
  [
    'paid',
    'โอน(?!สิทธิ์)|จ่าย|ชำระ|ฝากเงิน|สแกนจ่าย|ตัดบัตร|พร้อมเพย์|พร้อมเพ|ทรูมันนี่|สลิป|สลีป|transfer+ed|\\btransfer \\d|\\bpaid\\b|\\bsent \\S*\\d|\\bdeposit|promptpay|truemoney|usdt|bank slip|\\bslip\\b|payment|入金|振込|振り込|支払|決済',
  ],
  [
    'topup',
    'เติม(?!รี|ฟอล|ไล|วิว|ยอด)|ท็อปอัพ|ท็อปอัป|top.?up|topped up|\\breload|add(?:ed|ing)? (?:funds|credit|money)|チャージ',
  ],
  [
    'notarrived',
    'ไม่เข้า|ยังไม่(?:เข้า|ขึ้น|มา|ได้)|ไม่ขึ้น|ไม่ได้เงิน|ไม่ได้เครดิต|ไม่เห็น|ยังศูนย์|ยัง 0|เงียบ|not (?:credited|arrived|showing|received|reflected|there|in my|come|added|landed)|hasn.?t (?:arrived|shown|come|been credited|appeared|gone|landed|hit)|haven.?t (?:received|got|seen)|didn.?t (?:arrive|show|come|appear|go through|get)|never (?:arrived|came|showed|received|got|credited)|nothing (?:happened|came|showed|added|credited)|no credit|still (?:zero|0|nothing|waiting|pending|not)|missing|where.?s my|where is my|反映|届いて(?:い)?(?:ない|ません)|入って(?:い)?(?:ない|ません)|まだ(?:来|届|反映)',
  ],
  ['wallet', 'เครดิต|วอลเล็ต|วอเล็ต|กระเป๋าเงิน|ยอดเงิน|เงินในเว็บ|\\bwallet|balance|\\bcredit|残高|クレジット|ウォレット'],
  ['money', 'เงิน|บาท|ตังค์|ตัง(?![กค-ฮ])|baht|thb|money|\\busd\\b|dollar|円|料金|金額'],
  [
    'wrongamount',
    'ไม่ครบ|ไม่เต็ม|ขาดไป|เกินมา|เข้ามาแค่|เข้าแค่|ได้แค่|ได้มาเกิน|ครึ่งเดียว|โบนัส|only (?:got|received|credited|showed)|less than|short by|wrong amount|half of|bonus|ボーナス|足りない|金額が違',
  ],
  ['doublecharge', 'ซ้ำ|สองรอบ|สองครั้ง|2 รอบ|สองเด้ง|เบิ้ล|twice|double|duplicate|again and again|二重|2回'],
  [
    'overcharge',
    'เกินราคา|เก็บเงิน|เก็บเพิ่ม|คิดเงินเกิน|คิดเกิน|เรียกเก็บ|ชาร์จ|ค่าธรรมเนียม|แพงกว่า|เก็บค่า|บวกค่า|จ่ายเพิ่ม|overcharg|charged|hidden fee|surcharge|extra fee|extra charge|made (?:us|me|them) pay|請求|追加料金',
  ],
  [
    'deduct',
    'ตัดเงิน|หักเงิน|โดนตัด|โดนหัก|ถูกหัก|ถูกตัด|หักไป|ตัดไป|เครดิตหาย|เงินหาย|ยอดหาย|deduct|took \\S* from|vanish|disappear|debited|引かれ|消え',
  ],
  [
    'refund',
    'คืนเงิน|เงินคืน|ขอคืน|คืนเครดิต|คืนตัง|คืนมัดจำ|รีฟัน|ถอนเงิน|เงินที่จะคืน|คืนให้|refund|money back|reimburs|withdraw|返金|払い戻',
  ],
  ['cancel', 'ยกเลิก|แคนเซิล|แคนเซล|ไม่เรียนแล้ว|ไม่ไปแล้ว|ถอนตัว|\\bcancel|call off|キャンセル|取り消|取消'],
  [
    'change',
    'เลื่อน|เปลี่ยน|ขยับ|ย้าย|แก้ไข|ขอแก้|ปรับ|สลับ|เพิ่มคน|ลดคน|เพิ่มอีก|เพิ่มเป็น|ลดเหลือ|แก้ลิ|reschedul|\\bchange|\\bmove (?:my|our|the|it|us)|postpone|push (?:it|back)|swap|switch (?:my|our|to|the)|\\bmodify|amend|shift (?:my|our|the|it)|変更|ずら|振替|延期|移動し',
  ],
  ['order', 'ออเดอร์|คำสั่งซื้อ|\\border\\b|\\border(?:ed|s)\\b|注文'],
  [
    'wantbuy',
    'อยากได้|ขอสั่ง|สั่ง(?!ไป|ซื้อไว้|แล้ว|ไว้|เมื่อ)|อยากสั่ง|ซื้อ(?!ไว้|ไป|ซ้ำ)|ปั๊ม|ปั้ม|เอา(?!มา|ออก)|จัดให้|รันเพิ่ม|\\border \\S*\\d|\\bbuy\\b|\\bneed \\S*\\d|i.?d like to order|want \\S*\\d|購入|注文したい|買い',
  ],
  [
    'book',
    'จอง(?!ไว้|ซ้ำ|แล้ว)|ขอจอง|สมัคร|ลงทะเบียน|ลงเรียน|นัด|อยาก(?:ไป|เที่ยว|ตี|เรียน|ลง|ได้)|สนใจ|ว่างไหม|มีที่ไหม|มีรอบ|เหลือที่|ขอโต๊ะ|ขอรถ|\\bbook(?! ?ing)|reserve|reservation for|sign (?:me|us) up|enrol|i.?d like|we.?d like|looking (?:for|to)|we want|want to|thinking (?:of|about)|planning|hoping to|(?:would|.?d) (?:love|like) to (?:see|visit|go|come|join|do|try|spend|explore|take)|interested in|any (?:slot|table|availability|space|seat)|available|availability|can you (?:arrange|get|hold|book|plan|organi)|could you (?:arrange|plan|book)|please (?:arrange|reserve)|予約(?:したい|をお願い|お願い|できますか|を取)|申し込みたい|申込|参加したい|行きたい|お願いします|手配|空き(?:は|が)',
  ],
  [
    'quote',
    'ใบเสนอราคา|เสนอราคา|ขอราคา|ตีราคา|โปรแกรม|แพลน(?!รับ)|จัดทริป|จัดให้|ออกแบบ|quote|quotation|proposal|itinerary|\\bplan (?:us|me|a|our)|tailor|custom|見積|プラン|行程',
  ],
  [
    'waiting',
    'รอ(?!บ|ง)|เงียบ|นานแล้ว|นานมาก|หลายวัน|กี่วันแล้ว|ไม่ตอบ|ยังไม่ตอบ|ตามหลายรอบ|waiting|waited|still no|no (?:reply|answer|response)|heard (?:nothing|back)|ignored|chasing|overdue|promised|you said|รับปาก|สัญญา|บอกว่าจะ|บอกจะ|待って|返事|連絡が(?:ない|ありません|来)',
  ],
  [
    'driver',
    'คนขับ|รถตู้|รถรับ|รถส่ง|รถ(?:ยัง|ไม่|มา|ที่จอง|สนามบิน|บัส)|แท็กซี่|โชเฟอร์|แวน|รถ(?=\\S{0,6}รับ)|driver|chauffeur|\\bvan\\b|minivan|minibus|\\bcar\\b|\\btaxi|pick.?up|transfer|ドライバー|運転手|送迎|車',
  ],
  [
    'noshow',
    'ไม่มา(?:รับ)?|ยังไม่มา|ไม่โผล่|ไม่เห็น(?:รถ|คน|ใคร)|ไม่มีใคร(?:มา|รอ|รับ)|ไม่มีคน(?:มา|รอ|รับ|ถือ)|ติดต่อไม่ได้|โทรไม่ติด|ไม่รับสาย|ปิดเครื่อง|ทิ้ง(?:เรา|ผม|ไว้)|ลืมรับ|หาไม่เจอ|no.?show|not here|isn.?t here|never (?:came|showed|turned)|nobody (?:here|is|was|came|showed|at|to)|no one (?:here|is|was|came|showed|at|to)|no sign of|didn.?t (?:show|come|turn)|hasn.?t (?:come|shown|turned|arrived)|not (?:arrived|come|at the)|where.?s (?:the|our|my) (?:driver|car|van|guide|pick)|where is (?:the|our|my) (?:driver|car|van|guide|pick)|left (?:us|without)|来ない|来ません|来てい(?:ない|ません)|見当たら|いません|現れ',
  ],
  ['late', 'สาย(?!หัว|ผู้|ด่วน|รัด|สร้อย|ชาร์จ|ไป)|มาช้า|ช้ามาก|เลยเวลา|เลท|\\blate\\b|delay|behind schedule|遅れ|遅刻|遅延'],
  [
    'hurt',
    'เจ็บ|บาดเจ็บ|เลือด|ล้ม|หกล้ม|ลื่น|แขนหัก|ขาหัก|กระดูก|หมดสติ|เป็นลม|หายใจไม่|ชัก|โรงพยาบาล|รพ\\.|อุบัติเหตุ|รถชน|ชนกัน|ชน(?!ะ)|ไฟไหม้|ไฟช็อต|จมน้ำ|แพ้(?=\\S{0,8}(?:กุ้ง|ถั่ว|อาหาร|ขึ้น|หนัก|บวม))|ปากบวม|ผื่น|อาหารเป็นพิษ|ท้องเสีย|อาเจียน|อ้วก|โดนมีด|มีดบาด|น้ำร้อนลวก|น้ำมันกระเด็น|ลวก|พอง|ไข้สูง|ป่วยหนัก|เจ็บหน้าอก|แน่นหน้าอก|ลวกมือ|งูกัด|หมากัด|โดนกัด|ฉุกเฉิน|ช่วยด้วย|กู้ภัย|เรียกรถพยาบาล|injur|hurt(?!ful)|bleed|blood|accident|crash|ambulance|hospital|unconscious|faint|collaps|can.?t breathe|breathing|chest pain|allergic|allerg|swollen|swelling|anaphyla|food poison|vomit|throwing up|burn(?:ed|t)|\\bcut (?:my|his|her)|broken (?:arm|leg|wrist|ankle|bone)|twisted|drown|snake|bitten|fever|seizure|stroke|\\bfire\\b|emergency|\\bhelp us\\b|怪我|けが|ケガ|出血|事故|救急|病院|倒れ|骨折|意識|アレルギー|発熱|熱中症|火事|吐|痛(?:い|が)|やけど',
  ],
  [
    'crime',
    'ขโมย|โจร|ปล้น|จี้|ลวนลาม|คุกคาม|ทำร้าย|ขู่|แจ้งความ|ตำรวจ|หลงทาง|หายตัว|หายไปจากกลุ่ม|พลัดหลง|stolen|robbed|thief|mugged|assault|harass|groped|threat|police|missing person|lost (?:my|our) (?:son|daughter|child|mum|mother|dad|father|husband|wife)|is missing|盗|痴漢|脅|警察|行方不明|はぐれ',
  ],
  [
    'hazard',
    'น้ำท่วม|พายุ|แผ่นดินไหว|สึนามิ|ฟ้าผ่า|ดินถล่ม|ติดเกาะ|ติดอยู่|flood|earthquake|tsunami|landslide|lightning|storm|typhoon|stranded|stuck|trapped|地震|台風|洪水|雷',
  ],
  [
    'noname',
    'ไม่มีชื่อ|ไม่พบการจอง|ไม่มีการจอง|หาชื่อไม่เจอ|ไม่มีบุ๊ก|ไม่มีในระบบ|ไม่มีข้อมูล|โดนปล่อย|ปล่อยเวลา|ให้คนอื่น|ไม่ให้(?:เข้า|ตี|ลง|เช็ค|ออก)|ไม่ได้จอง|no (?:booking|reservation|record|tee)|not on the (?:list|sheet)|gave (?:our|my|the) (?:slot|room|table|time|tee)|given away|turned (?:us|me) away|refus|won.?t let|can.?t find (?:us|our|my)|予約が(?:ない|入って|見つ)|名前が(?:ない|見)|予約がありません',
  ],
  [
    'golf',
    'กอล์ฟ|ออกรอบ|ทีออฟ|ก๊วน|แคดดี้|หลุม|สนาม(?!บิน)|กรีน|ทีไทม์|tee|golf|caddie|caddy|green fee|fairway|round|\\bcart|buggy|ゴルフ|ティー|ラウンド|キャディ|コース',
  ],
  [
    'hotel',
    'โรงแรม|ที่พัก|ห้องพัก|ห้อง(?!เรียน|ครัว|น้ำ)|เช็คอิน|รีสอร์ท|รีสอร์ต|ล็อบบี้|เตียง|แอร์|โฮสเทล|hotel|\\broom|check.?in|reception|resort|hostel|guesthouse|front desk|\\bbed\\b|\\bac\\b|air.?con|ホテル|宿|部屋|チェックイン|フロント',
  ],
  [
    'flight',
    'ไฟลต์|ไฟลท์|ไฟล์ท|เที่ยวบิน|เครื่อง(?:บิน|ดีเลย์|ออก|ลง)|ตกเครื่อง|สายการบิน|ดีเลย์|ดีเล|ต่อเครื่อง|flight|airline|airport closed|boarding|layover|connection|plane|landed|飛行機|便(?:が|の|は)|フライト|欠航|航空',
  ],
  ['guide', 'ไกด์|หัวหน้าทัวร์|มัคคุเทศก์|ทัวร์(?=\\S{0,6}(?:แย่|ไม่))|guide|tour leader|ガイド|添乗'],
  [
    'rude',
    'หยาบ|ไม่สุภาพ|พูดไม่ดี|ไม่ดีเลย|แย่มาก|แย่|ผิดหวัง|ไม่ประทับใจ|ไม่พอใจ|มารยาท|ดุ|เหวี่ยง|ไม่สนใจ|ไม่แฮปปี้|ร้องเรียน|คอมเพลน|ห่วย|rude|awful|terrible|disappoint|unprofessional|complain|complaint|worst|poor|bad service|rushed|skipped|forced|shouted|yelled|smoking|on (?:his|her) phone|失礼|態度|ひどい|不満|残念|苦情|クレーム|がっかり',
  ],
  [
    'dirty',
    'สกปรก|เหม็น|แมลงสาบ|หนู|ยุง|ราขึ้น|เชื้อรา|น้ำไม่ไหล|ไม่เย็น|แอร์เสีย|เสียงดัง|dirty|filthy|cockroach|mould|mold|smell|bed bug|noisy|broken|not working|leak|汚|臭|虫|カビ|うるさ|壊れ',
  ],
  [
    'lost',
    'ลืม(?=\\S{0,20}(?:ไว้|ที่|บน|ใน))|ทำหล่น|ตกหล่น|ของหาย|หาย(?=\\S{0,8}(?:บน|ใน|ที่))|ทิ้งไว้|ค้างบน|ค้างอยู่บน|วางไว้|left (?:my|our|a|the|his|her|behind)|lost (?:my|a|our) (?!son|daughter|child|mum|dad)|forgot(?:ten)? (?:my|our|a|the)|lost and found|left something|did anyone find|忘れ(?!られ)|落とし|紛失',
  ],
  [
    'things',
    'กระเป๋า|แว่น|ร่ม|หมวก|โทรศัพท์|มือถือ|ไอแพด|นาฬิกา|แหวน|สร้อย|พาวเวอร์แบงค์|สายชาร์จ|เสื้อ|รองเท้า|ถุงกอล์ฟ|ไม้กอล์ฟ|ยา(?=\\S{0,4}ประจำ)|พาสปอร์ต|\\bbag\\b|glasses|umbrella|\\bhat\\b|\\bcap\\b|phone|ipad|tablet|watch|ring|necklace|charger|jacket|shoes|putter|rangefinder|airpods|kindle|camera|wallet|傘|眼鏡|メガネ|帽子|時計|カメラ|バッグ|財布|携帯',
  ],
  [
    'wrong',
    'ผิด(?!หวัง)|ไม่ตรง|ไม่ถูก|สะกดผิด|คนละ(?!\\s*\\d)|ไม่ใช่(?=\\S)|wrong|incorrect|mistake|misspel|mismatch|doesn.?t match|not what|error in|should (?:be|say|read)|間違|違っ|違い|誤',
  ],
  [
    'confirmation',
    'ใบยืนยัน|ใบคอนเฟิร์ม|คอนเฟิร์ม|ยืนยันการจอง|ยืนยันมา|confirmation|confirmed|confirm email|確認書|確認メール|確定',
  ],
  [
    'document',
    'วอเชอร์|วอชเชอร์|ตั๋ว|กำหนดการ|เอกสาร|วีซ่า|ใบนัดหมาย|พาสปอร์ต|voucher|itinerary|ticket|visa|passport|document|バウチャー|旅程|チケット|ビザ|パスポート',
  ],
  [
    'invoice',
    'ใบกำกับ|ใบเสร็จ|ใบแจ้งหนี้|ใบวางบิล|หัก ณ|ภาษี|บิล(?!ลี่)|invoice|receipt|tax|withholding|statement|billing|請求書|領収書|インボイス|明細',
  ],
  [
    'entitlement',
    'สิทธิ์|รอบคงเหลือ|รอบที่เหลือ|จำนวนรอบ|โควต้า|โควตา|guest pass|rounds? (?:left|remaining)|entitlement|quota|allowance|leisure credit|残り|回数',
  ],
  [
    'card',
    'บัตร(?!เครดิต|ประชาชน)|คิวอาร์|\\bqr\\b|แอป|แอพ|แจ้งเตือน|digital card|member card|\\bapp\\b|notification|会員証|アプリ|カード(?!決済)',
  ],
  [
    'roster',
    'เพิ่มสมาชิก|เอาชื่อออก|ลาออก|พนักงานใหม่|เปลี่ยนผู้ถือ|ถอดชื่อ|ฝ่ายบุคคล|รายชื่อสมาชิก|ผู้ถือสิทธิ์|resign|new (?:joiner|hire|member)|remove (?:him|her|him|from)|add (?:a |her|him|two|new)|left the company|roster|replace .* with|plan holder|退職|追加(?:してください|お願い)|メンバー変更|名義',
  ],
  [
    'login',
    'เข้าระบบ|ล็อกอิน|ล๊อกอิน|เข้าสู่ระบบ|เข้าไม่ได้|รหัสผ่าน|พาสเวิร์ด|พาส(?!ปอร์ต)|โอทีพี|\\botp\\b|ลืมรหัส|login|log.?in|password|sign in|2fa|locked out|account (?:locked|suspended|disabled)|ログイン|パスワード|認証',
  ],
  [
    'hacked',
    'แฮก|แฮ็ก|โดนเจาะ|มีคนเข้า|ล็อกอินซ้อน|ไม่ใช่ผม(?:ทำ|สั่ง)|ไม่ได้สั่ง|ไม่ได้ทำ|hack|someone (?:else )?(?:logged|is using|used|accessed|changed)|compromis|unauthori[sz]ed|stolen account|didn.?t (?:place|order|make)|乗っ取|不正',
  ],
  [
    'site',
    'เว็บ|หน้าเว็บ|เซิร์ฟเวอร์|ล่ม|โหลด|กดไม่(?:ได้|ไป)|ขึ้น error|error|เออเร่อ|เออเรอ|\\bapi\\b|endpoint|server|\\bdown\\b|timeout|loading|blank page|404|500 error|cors|key invalid|checkout|website|\\bsite\\b|\\bpage\\b|サイト|エラー|ページ|つなが',
  ],
  ['video', 'วิดีโอ|คลิป|บทเรียน|ดูย้อนหลัง|video|lesson|recording|動画|レッスン動画'],
  [
    'followers',
    'ฟอล|ผู้ติดตาม|ติดตาม|ไลค์|วิว|ซับ|แชร์|คอมเมนต์|เพจ|ไอจี|ติ๊กต่อก|ติ๊กต็อก|ยูทูบ|เฟซ|follower|\\blikes?\\b|\\bviews?\\b|subscriber|comments|tiktok|youtube|instagram|\\big\\b|facebook|spotify|telegram|threads|フォロワー|再生|いいね',
  ],
  [
    'dropped',
    'ลด(?!ราคา|หย่อน|เหลือ|คน)|หล่น|ดรอป|หายไป|ร่วง|ยอดตก|รีฟิล|เติมยอด|ประกัน(?!เดินทาง|ภัย)|drop|refill|went (?:from|down)|lost \\S*\\d|disappeared|decreas|unfollow|warranty|guarantee|減っ|減り|補充',
  ],
  [
    'notstarted',
    'ไม่เดิน|ยังไม่เริ่ม|ไม่เริ่ม|นิ่ง|ไม่ขยับ|เป็นศูนย์|ยังศูนย์|ค้าง|pending|not start|hasn.?t started|didn.?t start|no movement|not moving|0 delivered|still 0|still zero|start count|開始され|始まらな|始まって|動かな',
  ],
  ['stuck', 'หยุด|ไปครึ่ง|เดินช้า|ช้ามาก|ไม่ครบ|ขาดอีก|partial|stopped|stuck|slow|incomplete|only \\S*\\d|途中|止ま|遅い'],
  [
    'badquality',
    'บอท(?=\\S)|ปลอม|ไม่มีรูป|ต่างชาติ|แขก(?=ล้วน|หมด)|คนไทยไม่|อาหรับ|รัสเซีย|ไม่ใช่คนไทย|คุณภาพ|bots?\\b|fake|wrong country|low quality|no profile|foreign|random accounts|ボット|外国人|品質',
  ],
  [
    'wronglink',
    '(?:ใส่|ก๊อป|ก็อป|ก้อป|วาง|กรอก|พิมพ์)(?:ลิงก์|ยูส(?:เซอร์)?|แอค|บัญชี|เพจ|ไอดี|ชื่อ)ผิด|ลิงก์ผิด|ผิด(?:ลิงก์|แอค|เพจ|คลิป|โพสต์)|wrong (?:link|url|page|post|account|username|handle|video|profile)|(?:リンク|url)(?:を|が|の)?間違|間違った(?:リンク|url)',
  ],
  ['link', 'ลิงก์|ลิงค์|ลิ้ง|\\blink|\\burl|private|ไพรเวท|ส่วนตัว(?=\\S{0,6}(?:ไว้|เพจ))|ปิดสาธารณะ|リンク|非公開'],
  [
    'reseller',
    'ตัวแทน|รีเซล|ไรเซล|เปิดเว็บ|child panel|ต่อ api|vip|วีไอพี|reseller|resell|partner program|wholesale|white label|代理店|パートナー',
  ],
  [
    'bulk',
    'แคมเปญ|เอเจนซี่|เอเจนซี|จำนวนมาก|เหมา|ล็อตใหญ่|หลักล้าน|แบรนด์|ศิลปิน|อินฟลู|campaign|agency|bulk|brand|large volume|influencer|monthly package|キャンペーン|大量|一括',
  ],
  [
    'class',
    'คลาส|คอร์ส|เรียน|เวิร์กช็อป|เวิร์คช็อป|หลักสูตร|รุ่น(?=\\s*\\d|มก|กุม|ธัน|หน้า)|\\bclass|course|workshop|lesson|batch|session|クラス|教室|講座|コース|ワークショップ|レッスン',
  ],
  ['chef', 'เชฟ|ครู(?!ก)|อาจารย์|ผู้สอน|chef|teacher|instructor|シェフ|先生|講師'],
  [
    'schoolchanged',
    'โรงเรียน(?:เลื่อน|ยกเลิก|เปลี่ยน)|เลื่อนคลาสกะทันหัน|ยกเลิกคลาส(?!ให้|ได้)|เปลี่ยนเชฟ|ไม่แจ้งล่วงหน้า|กะทันหัน|โดน(?:เลื่อน|ยกเลิก|ย้าย|move)|you (?:cancelled|canceled|moved|changed|swapped)|class (?:was|got|has been) (?:cancel|moved|chang)|without notice|no notice|last minute|休講|急に|講師が変',
  ],
  ['cert', 'ใบประกาศ|ใบเซอร์|วุฒิบัตร|ใบรับรอง|เซอร์ติ|certificate|\\bcert\\b|diploma (?:has|is|came)|修了証|証明書'],
  [
    'storegoods',
    'มีด|หินลับ|ผ้ากันเปื้อน|ชุดวัตถุดิบ|หนังสือสูตร|พัสดุ|จัดส่ง|ขนส่ง|ส่งของ|ของยัง|สินค้า|knife|whetstone|apron|parcel|deliver|shipped|shipping|package (?:not|has|never)|ingredient kit|包丁|砥石|エプロン|荷物|配送|発送',
  ],
  [
    'credits',
    'เครดิต(?:เรียน|คลาส)|ตัดเครดิต|จำนวนครั้ง|แพ็กเกจ|แพ็คเกจ|แต้ม|คูปอง|โค้ด|ส่วนลด|sessions? left|points?|coupon|discount|promo|session pack|回数券|ポイント|クーポン',
  ],
  [
    'notverified',
    'ยังไม่(?:ยืนยัน|คอนเฟิร์ม|อนุมัติ|ตรวจ)|รอตรวจสอบ|ขึ้นรอชำระ|ยังขึ้นว่าค้าง|ค้างชำระ|ยังไม่ได้รับการยืนยัน|ขึ้นว่ายังไม่|still (?:says|shows) (?:unpaid|awaiting|pending|not paid)|unpaid|awaiting|not confirmed|unverified|未払い|未確認|確認されて',
  ],
  [
    'carddecline',
    'บัตรไม่ผ่าน|จ่ายไม่ผ่าน|ตัดบัตรไม่|โดนปฏิเสธ|รูดไม่|ลิงก์(?:จ่าย|ชำระ)?หมดอายุ|declin|expired|3-?d secure|3ds|card (?:was|got|is) (?:reject|refus)|payment (?:fail|link)|won.?t go through|決済でき|カードが(?:使え|拒否|通ら)|期限切れ',
  ],
  ['trip', 'ทริป|ทัวร์|เที่ยว|เดินทาง|ล่องเรือ|กรุ๊ป|\\btrip|\\btour|travel|holiday|vacation|honeymoon|旅行|ツアー|観光'],
  [
    'privatetrip',
    'ทริปส่วนตัว|ส่วนตัว|กรุ๊ปส่วนตัว|ไพรเวท|จัดเอง|ออกแบบ|private trip|private tour|tailor|custom|honeymoon|anniversary|プライベート|オーダーメイド',
  ],
  [
    'daytrip',
    'วันเดียว|เดย์ทริป|ครึ่งวัน|ไปเช้าเย็นกลับ|คลาสทำอาหาร|ดำน้ำ|ล่องแก่ง|ปางช้าง|ตั๋วเข้า|day trip|half.?day|full.?day|cooking class|snorkel|island hop|temple tour|food tour|日帰り|半日|体験',
  ],
  [
    'dining',
    'ร้านอาหาร|โต๊ะ|ดินเนอร์|มื้อ|กินข้าว|เลี้ยงลูกค้า|โอมากาเสะ|ห้องไพรเวท|restaurant|table|dinner|lunch|omakase|steak|private room|ディナー|レストラン|会食|個室|おまかせ|食事',
  ],
  ['spa', 'สปา|นวด|ออนเซ็น|ออนเซน|massage|\\bspa\\b|onsen|facial|wellness|スパ|マッサージ|温泉|オンセン'],
  [
    'outing',
    'เอาท์ติ้ง|เอาติ้ง|ทัวร์นาเมนต์|แข่งขัน|อีเวนต์|งานบริษัท|เลี้ยงลูกค้า|outing|tournament|event|client day|team.?building|golf day|コンペ|イベント|社内',
  ],
  [
    'visit',
    'เยี่ยมชม|ดูโรงเรียน|ดูสถานที่|แวะดู|แวะไป|ปรึกษา|แนะแนว|ขอเข้าไปดู|visit|look around|see the school|tour of the (?:school|kitchen)|adviser|advisor|consultation|見学|相談',
  ],
  [
    'privateclass',
    'คลาสส่วนตัว|ตัวต่อตัว|เหมาคลาส|ปิดคลาส|private class|private session|exclusive|for (?:our|my) (?:team|office|company|family)|貸切|プライベートレッスン',
  ],
  [
    'status',
    'ถึงไหน|หรือยัง|สถานะ|อัปเดต|อัพเดท|อัพเดต|คืบหน้า|เรียบร้อยไหม|กี่เปอร์|เสร็จยัง|เสร็จหรือ|เช็คให้|ขอเช็ค|เหลือเท่าไร|คงเหลือ|ยอดคงเหลือ|status|update|progress|any (?:news|word|update)|has (?:my|the|our)|have you|is (?:my|our|it) .* (?:confirmed|ready|done)|where are we|how(?:.?s| is) (?:my|our|the)|how much is left|進捗|状況|どうなって|でしょうか。?$|確定しました|完了して',
  ],
  [
    'question',
    'เท่าไร|กี่โมง|ยังไง|อย่างไร|ทำไง|ไหม|มีไหม|ได้ไหม|ที่ไหน|เมื่อไหร่|อะไรบ้าง|ราคา|ต่างกัน|ขั้นต่ำ|เงื่อนไข|รวม(?=\\S*ไหม)|how (?:much|many|long|do|does|can|late)|what(?:.?s| is| are| time)|which|when do|do you|does (?:the|it|your)|are (?:there|you|your|the)|is (?:there|it)|can i|can we|policy|いくら|どの|どれ|ありますか|できますか|何時|どこ|ですか',
  ],
  [
    'policy',
    'นโยบาย|เงื่อนไข|กี่วัน|ล่วงหน้ากี่|หมดอายุ|ผ่อน|อายุเท่าไร|จำกัดอายุ|ใบอนุญาต|ที่จอดรถ|เปิดกี่โมง|ปิดกี่โมง|วีซ่าไหม|policy|opening hours|minimum|age limit|parking|insurance|halal|dress code|instal|営業時間|条件|駐車場|持ち物',
  ],
  [
    'handoff',
    'คุยกับ(?:คน|แอด|เจ้าหน้าที่|พนักงาน|ผู้จัดการ|หัวหน้า|ทีม)|ขอสาย|ต่อสาย|คนจริง|ตัวจริง|ตัวเป็นๆ|เจ้าหน้าที่|ไม่คุยกับบอท|ไม่เอาบอท|เรียกคน|ผู้จัดการ|หัวหน้า|โทรกลับ|โทรหา|ขอเบอร์|เบอร์โทร|มีคนไหม|มีใครอยู่|แอดมินอยู่|แอดอยู่|human|real person|a person|agent|talk to (?:a|some|the|my|your)|speak (?:to|with)|manager|call me|phone me|call (?:back|us)|representative|someone (?:from|real|in)|live chat|operator|not a bot|担当者|スタッフ(?:の方)?と|人と|オペレーター|代わって|電話(?:して|を|で)|責任者',
  ],
  [
    'greet',
    'สวัสดี|หวัดดี|ดีจ้า|ดีค่ะ|อรุณสวัสดิ์|ราตรีสวัสดิ์|ฝันดี|hello|\\bhi\\b|\\bhey\\b|good (?:morning|evening|afternoon|night)|こんにちは|こんばんは|おはよう|はじめまして|お世話に',
  ],
  [
    'thanks',
    'ขอบคุณ|ขอบใจ|ขอบพระคุณ|ขอบคุน|แต๊ง|ขอโทษ|thank|\\bthx\\b|\\bty\\b|cheers|appreciate|sorry|ありがとう|感謝|すみません|助かりました',
  ],
  [
    'praise',
    'น่ารัก|ประทับใจ(?!เลยไม่)|ดีมาก|สุดยอด|เยี่ยม|สนุกมาก|อร่อยมาก|เจ๋ง|เริ่ด|ปัง|great (?:job|service|trip|time|day)|amazing|wonderful|awesome|lovely|loved|best|perfect|excellent|brilliant|素晴らし|楽しかった|最高|美味しかった',
  ],
  [
    'ack',
    '^(?:ok|okay|โอเค|รับทราบ|ทราบ|เข้าใจ|ครับ|ค่ะ|อ๋อ|ได้ค่ะ|ได้ครับ|noted|got it|sure|alright|understood|sounds good|はい|了解|承知)',
  ],
  [
    'media',
    '\\[(?:sticker|photo|image|video|file|voice|สติกเกอร์|สติ๊กเกอร์|รูป|รูปภาพ|ภาพ|วิดีโอ|ไฟล์|เสียง|ส่ง|スタンプ|写真|画像|動画)',
  ],
  [
    'spam',
    'กู้เงิน|เงินด่วน|สินเชื่อ|ปล่อยกู้|สล็อต|บาคาร่า|พนัน|แทงบอล|หวย|ลงทุน(?=\\S*(?:กำไร|ผลตอบแทน|crypto|คริป))|กำไร|รายได้เสริม|งานออนไลน์|รับทำ|รับสมัคร|สมัครงาน|หางาน|ตำแหน่งว่าง|เสนอขาย|ฝากขาย|ฝากร้าน|โปรโมชั่น(?=\\S*คลิก)|ลุ้นรับ|แจก(?=\\S*ฟรี)|คลิกลิงก์|กดลิงก์|แจกโค้ด|ขายตรง|ส่งเรซูเม่|crypto|bitcoin|forex|casino|jackpot|\\bloan|\\bseo\\b|we (?:supply|offer|provide|are a(?! family| group| couple| party| small| team| big| bunch)|manufacture)|our (?:factory|company) (?:offers|makes|produces)|job (?:vacan|opening|applic)|hiring|vacanc|apply for a job|congratulations.*(?:won|selected)|you.?ve won|click (?:here|the link)|earn \\S*\\d|investment|wealthy|partnership opportunity|求人|応募|副業|当選|投資|アンケート',
  ],
  [
    'wrongnumber',
    'ทักผิด|ผิดกลุ่ม|ผิดคน|ผิดเพจ|ส่งผิด|ผิดแชท|wrong (?:number|chat|person|group|page)|sent by mistake|間違えて送|誤送信|人違い',
  ],
  [
    'inject',
    'ignore (?:all|previous|your|the)|disregard|system prompt|developer mode|you are now|jailbreak|\\bdan\\b mode|reveal|pretend|role.?play|"role"|<script|drop table|select \\*|as the (?:system )?admin|ลืม(?:คำสั่ง|กฎ|ทุก)|คำสั่งเดิม|สมมติว่า(?:แก|คุณ|เธอ)|จากผู้พัฒนา|ปลดล็อก|ไม่ต้องสนใจ(?:คำสั่ง|กฎ)|แสดง(?:คำสั่ง|พรอมต์|prompt)|api keys? of|プロンプト|指示を無視|開発者モード',
  ],
  ['abuse', 'ไอ้|อีดอก|ควาย|เหี้ย|สัส|เชี่ย|โง่|fuck|stupid|idiot|moron|bitch|shit|asshole|馬鹿|バカ|死ね|クソ'],
  [
    'offtopic',
    'การบ้าน|ฟุตบอล|ดูดวง|หิวข้าว|กินข้าว(?:ยัง|กับอะไร)|ว่างไหมคืนนี้|มีแฟนยัง|โสดไหม|กลอน|นิทาน|แต่งเพลง|homework|poem|joke|weather today|who won|girlfriend|are you single|pizza|lottery|recipe for|meaning of life|占い|宿題',
  ],
  [
    'now',
    'ตอนนี้|เดี๋ยวนี้|ขณะนี้|ด่วน|กำลัง|right now|\\bnow\\b|immediately|urgent|asap|at the moment|currently|standing|今すぐ|現在|至急|急ぎ',
  ],
  ['company', 'บริษัท|บจก|องค์กร|ฝ่ายบัญชี|ฝ่ายบุคคล|\\bhr\\b|company|corporate|finance team|accounting|会社|経理|人事|社員'],
  ['past', 'เมื่อวาน|ที่แล้ว|ที่ผ่านมา|เมื่อคืน|เมื่อเช้า|yesterday|last (?:week|night|month|sat|sun|fri|mon)|昨日|先週|先日'],
  [
    'negative',
    'ไม่ได้|ไม่(?:มี|เห็น|ตอบ|ยอม|รู้|เคย)|ทำไม|why|can.?t|cannot|won.?t|doesn.?t|isn.?t|not working|unable|failed|できない|できません|ない(?:です|。)|ません',
  ],
  ['account', 'บัญชี|แอคเคานต์|แอคเคาท์|ไอดี|ยูส|account|user ?name|profile|アカウント|会員番号'],
  ['merge', 'รวมบัญชี|สองบัญชี|บัญชีซ้ำ|duplicate account|two accounts|merge|統合'],
]

export const CONCEPTS: readonly { name: string; pattern: RegExp }[] = [...LIST, ...SPEECH].map(([name, source]) => ({
  name,
  pattern: new RegExp(CHINESE[name] ? `${source}|${CHINESE[name]}` : source),
}))

const ofSpeech = new Set(SPEECH.map(([name]) => name))

/** Of how it is said, and not of what is said. */
export const isOfSpeech = (concept: string): boolean => ofSpeech.has(concept)

export const conceptsOf = (normalised: string): string[] => {
  const found: string[] = []
  for (const { name, pattern } of CONCEPTS) if (pattern.test(normalised)) found.push(name)
  return found
}

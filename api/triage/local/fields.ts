/**
 * Fields of words: what a word belongs to, whatever is said of it. Nobody can write a lesson with every part of a body, every illness and every kind of vehicle;
 * with these a word that no lesson has is known by its like. English words stand for their forms, too ('burn': burns, burned, burning).
 */
const LIST: readonly (readonly [field: string, english: string, others: string])[] = [
  [
    'body',
    'head face eye ear nose mouth lip tongue throat neck shoulder arm elbow wrist hand finger thumb nail chest heart lung back spine rib stomach belly tummy gut hip leg thigh knee shin calf ankle foot feet toe skin bone muscle tooth teeth eyebrow forehead chin cheek jaw skull limb waist palm',
    'หัว ศีรษะ หน้าผาก ตา หู จมูก ปาก ลิ้น คอ ไหล่ แขน ศอก ข้อมือ มือ นิ้ว เล็บ อก หัวใจ ปอด หลัง ซี่โครง ท้อง พุง เอว ขา เข่า น่อง ข้อเท้า เท้า ผิวหนัง กระดูก ฟัน คิ้ว แก้ม คาง 頭 顔 目 耳 鼻 口 唇 舌 喉 首 肩 腕 肘 手首 指 爪 胸 心臓 肺 背中 腰 お腹 腹 足 脚 膝 足首 皮膚 骨 歯 头 脸 臉 眼 鼻子 嘴 嗓子 脖子 胳膊 手肘 手腕 手指 胸口 心脏 肚子 腿 膝盖 膝蓋 脚踝 皮肤 骨头 牙',
  ],
  [
    'wound',
    'burn cut bleed blood bruise scratch scald sprain twist fracture broken break swell swollen stitch wound injure injury bite bitten sting stung gash slice stab scrape blister bump crush dislocate limp concussion graze tear torn pierce',
    'เจ็บ แผล เลือด ช้ำ ลวก พอง แพลง พลิก หัก ร้าว บวม เย็บ กัด ต่อย บาด แทง ถลอก ฟก เคล็ด ปูด เขียว ปวด 怪我 ケガ けが 出血 血 やけど 火傷 捻挫 骨折 腫れ 縫 噛 刺 切っ 痛 打っ ぶつけ あざ 受伤 受傷 流血 烫伤 燙傷 烧伤 扭伤 骨折 肿 腫 缝针 咬 蜇 割 划伤 疼 痛 撞 淤青 摔',
  ],
  [
    'ill',
    'sick ill unwell vomit puke throw-up nausea nauseous nauseated diarrhea diarrhoea fever temperature dizzy dizziness faint cramp rash hive itch itchy allergy allergic migraine headache poison poisoned poisoning cough wheeze wheezing asthma seizure stroke diabetic insulin inhaler epipen dehydrated sweat shiver shake pale numb weak collapse unconscious passed-out blackout choke choking breathe breath breathing breathless gasp pulse oxygen infection infected flu covid retch queasy delirious confused groggy drowsy paralysed paralyzed slur slurred tremble drool foam died dying dead death suicide blue purple unresponsive coma cardiac angina pacemaker rabies malaria dengue cpap coeliac celiac painkiller meds medication antibiotic prescription dose overdose hospitalised hospitalized contraction miscarriage suffocate suffocating drowsiness sunstroke heatstroke hypothermia vertigo convulse convulsion fit fits pneumonia',
    'ป่วย ไม่สบาย อาเจียน อ้วก คลื่นไส้ ท้องเสีย ถ่าย ไข้ เวียน มึน วูบ หน้ามืด เป็นลม ผื่น คัน ลมพิษ แพ้ หอบ หืด ไอ ชัก สั่น เหงื่อ ซีด ชา อ่อนแรง หมดสติ สลบ ไม่รู้สึกตัว สำลัก หายใจ ความดัน เบาหวาน ชีพจร ออกซิเจน ติดเชื้อ ท้องร่วง เพ้อ ปากเขียว ตัวเย็น ตัวร้อน แน่นหน้าอก อ่อนเพลีย 病気 具合 体調 吐 嘔吐 下痢 熱 めまい 発疹 かゆ アレルギー 咳 喘息 発作 痙攣 震え 汗 青白 しびれ 意識 失神 倒れ 息 呼吸 酸素 血圧 食中毒 気分が悪 生病 不舒服 呕吐 嘔吐 吐了 恶心 拉肚子 腹泻 发烧 發燒 头晕 頭暈 晕倒 皮疹 过敏 過敏 咳 哮喘 抽搐 发抖 出汗 昏迷 呼吸 喘 缺氧 中毒 噎 发紫 脸色 ตาย เสียชีวิต ไม่หายใจ หัวใจวาย ตัวเขียว ยาประจำ พ่นยา ฉีดยา แท้ง ลมแดด ไมเกรน 死 亡くな 心臓発作 熱中症 薬 注射 流産 死 心脏病 没反应 沒反應 中暑 药 吃药 打针 流产',
  ],
  [
    'rescue',
    'help ambulance hospital doctor paramedic nurse clinic medic emergency rescue sos police fire-brigade firefighter coast-guard lifeguard embassy consulate evacuate evacuation first-aid pharmacy surgery er icu ward',
    'ช่วยด้วย ช่วยที รถพยาบาล โรงพยาบาล หมอ แพทย์ พยาบาล คลินิก ฉุกเฉิน กู้ภัย ตำรวจ ดับเพลิง สถานทูต อพยพ ปฐมพยาบาล ร้านยา ห้องไอซียู ไอซียู 助けて 救急 病院 医者 医師 看護 救助 警察 消防 大使館 避難 薬局 手当 救命 救护车 救護車 医院 醫院 医生 醫生 护士 急救 急诊 求救 警察 报警 報警 消防 大使馆 领事馆 撤离 药店',
  ],
  [
    'danger',
    'fire smoke flame burning gas explode explosion blast alarm siren flood flooding storm typhoon cyclone hurricane tornado tsunami earthquake quake aftershock landslide avalanche lightning thunder wave rip current drown sink sinking capsize crash collide collision accident overturn overturned skid ditch cliff fall fell slip slipped trip tripped electrocute shock spark collapse riot protest shooting gunshot bomb shelling shark crocodile snake jellyfish scorpion monkey elephant stray drunk speeding swerve brake brakes trapped stuck lost missing vanished puncture punctured tyre tire windscreen engine derail derailed barrier cable-car elevator lift stuck-in outage curfew coup wildfire bushfire lava volcano eruption sewage carbon monoxide fumes choking-smoke smoulder sparks flames blaze hazard unsafe dangerous panic hysterical scream screaming shouting crying cry scared terrified afraid frightened',
    'ไฟไหม้ ควัน แก๊ส ระเบิด สัญญาณ ไซเรน น้ำท่วม พายุ ไต้ฝุ่น สึนามิ แผ่นดินไหว ดินถล่ม ฟ้าผ่า ฟ้าร้อง คลื่น จม คว่ำ ชน อุบัติเหตุ พลิกคว่ำ ตกเหว ตกน้ำ ตกบันได ตกคู ล้ม ลื่น ไฟดูด ไฟช็อต จลาจล ประท้วง ยิงกัน งู แมงกะพรุน หมากัด ลิง เมาแล้วขับ เบรก ติดอยู่ หลง หายตัว หายไป 火事 煙 ガス 爆発 警報 サイレン 洪水 台風 津波 地震 土砂 雷 溺 沈 転覆 衝突 事故 横転 転落 転倒 転ん 落ち 滑っ 感電 暴動 デモ 銃 蛇 クラゲ 犬 猿 酔っ払い 飲酒 ブレーキ 閉じ込め 迷子 はぐれ 行方 火灾 着火 起火 烟 煙 煤气 瓦斯 爆炸 警报 洪水 台风 颱風 海啸 地震 滑坡 打雷 闪电 溺水 沉 翻船 翻车 撞 车祸 車禍 事故 摔 跌 滑倒 触电 暴动 示威 枪 蛇 水母 狗咬 猴子 酒驾 刹车 剎車 被困 困在 走失 走散 失踪 迷路 ยางแตก ยางระเบิด ลิฟต์ค้าง ตกราง ภูเขาไฟ ควันไฟ กลัว ตกใจ กรีดร้อง ร้องไห้ อันตราย パンク 怖 恐 叫 泣 危険 危な 脱線 エレベーター 爆胎 电梯 電梯 害怕 怕 吓 嚇 尖叫 哭 危险 危險',
  ],
  [
    'violence',
    'rob robbed robbery mug mugged snatch steal stole stolen thief thieves pickpocket burglar knife gun weapon attack assault hit punch slap kick beat threaten threat follow following stalk stalking grope groping touch grab harass harassment molest rape spike spiked drugged kidnap hostage extort blackmail scam scammed swindle break-in intruder gang knifepoint gunpoint machete creep creepy pervert perv intimidate intimidated chase chased chasing bully shove shoved push-me spit robber attacker kidnapper cornered',
    'ปล้น จี้ กระชาก ขโมย ล้วงกระเป๋า โจร อาวุธ ปืน ทำร้าย ต่อย ตบ เตะ ขู่ ตามมา ลวนลาม จับก้น จับแขน คุกคาม ข่มขืน มอมยา ลักพา รีดไถ โกง หลอก มิจฉาชีพ งัด บุกรุก แก๊ง 強盗 ひったく 盗 すり スリ 泥棒 刃物 銃 襲 殴 蹴 脅 つきまと 痴漢 触ら 誘拐 騙 詐欺 侵入 抢 搶 偷 小偷 扒手 刀 枪 袭击 打人 殴打 威胁 威脅 跟踪 骚扰 騷擾 猥亵 下药 绑架 勒索 骗 騙 แอบถ่าย ลามก โรคจิต ไล่ตาม ผลัก ถุยน้ำลาย 盗撮 変質者 追いかけ 偷拍 色狼 变态 追着',
  ],
  [
    'kin',
    'mom mum mother mama dad father papa parent wife husband spouse son daughter kid child children baby infant toddler newborn grandma grandpa granny grandmother grandfather grandparent aunt auntie uncle niece nephew cousin sister brother sibling in-law fiance fiancee girlfriend boyfriend partner grandson granddaughter twin teenager',
    'แม่ พ่อ เมีย ภรรยา สามี ผัว ลูก ลูกชาย ลูกสาว เด็ก ทารก ยาย ตา ย่า ปู่ ป้า ลุง น้า อา หลาน พี่สาว พี่ชาย น้องสาว น้องชาย แฟน พ่อตา แม่ยาย 母 父 妻 夫 主人 家内 息子 娘 子供 子ども 赤ちゃん 祖母 祖父 おばあ おじい 叔母 叔父 姉 妹 兄 弟 孫 彼女 彼氏 妈妈 媽媽 爸爸 老婆 老公 太太 先生 儿子 兒子 女儿 女兒 孩子 宝宝 婴儿 奶奶 爷爷 外婆 外公 阿姨 叔叔 姐姐 妹妹 哥哥 弟弟 孙子',
  ],
  [
    'frail',
    'old elderly aged frail wheelchair pregnant disabled blind deaf dementia alzheimer walker cane pensioner senior year-old',
    'ผู้สูงอายุ คนแก่ ชรา รถเข็น วีลแชร์ ท้อง ตั้งครรภ์ พิการ ตาบอด หูหนวก สมองเสื่อม อัลไซเมอร์ ไม้เท้า ขวบ 高齢 年寄り 車椅子 車いす 妊娠 妊婦 障害 認知症 杖 歳 老人 轮椅 輪椅 怀孕 孕妇 残疾 痴呆 拐杖 岁',
  ],
  [
    'vehicle',
    'car van bus coach minibus minivan taxi cab grab uber tuktuk tuk-tuk truck lorry motorbike scooter bike bicycle boat ferry ship yacht speedboat longtail kayak train tram metro subway plane aeroplane airplane helicopter buggy cart limo limousine suv sedan vehicle',
    'รถ รถตู้ รถบัส รถทัวร์ แท็กซี่ แกร็บ ตุ๊กตุ๊ก มอเตอร์ไซค์ จักรยาน เรือ เฟอร์รี่ สปีดโบ๊ท รถไฟ เครื่องบิน เก๋ง กระบะ 車 バン バス タクシー バイク 自転車 船 フェリー ボート 電車 列車 飛行機 カート 车 車 面包车 巴士 大巴 出租车 的士 摩托 自行车 船 轮渡 快艇 火车 飞机 飛機 球车',
  ],
  [
    'stop',
    'airport terminal arrivals departures gate exit belt carousel lobby reception pier jetty dock harbour harbor port station platform bus-stop stop kerb curb pavement sidewalk roadside corner parking carpark entrance door hall counter desk kiosk checkpoint border',
    'สนามบิน อาคาร ขาเข้า ขาออก ประตู ทางออก สายพาน ล็อบบี้ ท่าเรือ สถานี ชานชาลา ป้ายรถ ริมถนน ข้างทาง ฟุตบาท หน้าปาก ที่จอดรถ ทางเข้า เคาน์เตอร์ ด่าน ตม. 空港 ターミナル 到着 出口 ロビー 桟橋 港 駅 ホーム バス停 道端 駐車場 入口 カウンター 国境 机场 機場 航站 到达 出口 大堂 码头 碼頭 车站 車站 站台 路边 路邊 停车场 入口 柜台 櫃檯 边境',
  ],
  [
    'abandoned',
    'abandon abandoned ditch ditched dump dumped stranded alone nobody no-one noone empty deserted forgotten vanish disappeared unreachable voicemail unanswered absent without ghosted ghosting left-us bailed',
    'ทิ้ง เคว้ง ลำพัง คนเดียว ไม่มีใคร ไม่มีคน หายหัว หายเงียบ ปิดเครื่อง ไม่รับสาย ติดต่อไม่ได้ โทรไม่ติด ร้าง ไร้วี่แวว ไม่โผล่ ไม่มา 置き去り 取り残 一人 ひとり 誰も 無人 いない 来ない 来ません 現れ 連絡がつか 電話に出 繋がらない つながらない 丢下 丟下 扔下 抛下 一个人 没人 沒人 不见 不見 没来 沒來 没出现 联系不上 聯繫不上 打不通 关机 没接',
  ],
  [
    'refused',
    'refuse refused deny denied reject rejected decline declined turn-away block blocked ban banned barred forbid forbidden overbook overbooked full sold-out bumped bump evict evicted kick kicked removed unavailable closed locked shut cancelled canceled unacknowledged bounced overbooking oversold refuses disallow disallowed not-allowed denied-boarding fully-booked no-vacancy waitlisted bumped-off',
    'ไม่ให้ ปฏิเสธ ห้าม ไม่ยอม ไล่ เต็ม ไม่รับ ล็อก ปิด ไม่อนุญาต กันออก 拒否 断ら 入れない 入れません 満室 満席 追い出 閉ま 鍵 禁止 できないと言わ 拒绝 拒絕 不让 不讓 不给 不給 满了 滿了 客满 赶 趕 锁 鎖 关门 關門 禁止 超售 โดนปล่อย ถูกปล่อย ไม่มีชื่อ ไม่พบ 名前がな 予約がな 予約が見つ 没有名字 沒有名字 查不到 没预订',
  ],
  [
    'night',
    'night midnight evening dark late tonight am overnight sleep sleeping asleep bed dawn',
    'ดึก คืน เที่ยงคืน ค่ำ มืด ตีหนึ่ง ตีสอง ตีสาม ตีสี่ ตีห้า นอน 夜 深夜 真夜中 暗 寝 泊 夜中 晚上 半夜 深夜 凌晨 天黑 睡',
  ],
  [
    'weather',
    'rain raining rainy pour pouring hot heat sun sunny cold freezing snow wind windy humid wet soaked degrees fog',
    'ฝน แดด ร้อน หนาว หิมะ ลม เปียก หมอก องศา 雨 暑 寒 雪 風 日差し 濡 霧 下雨 太阳 太陽 热 熱 冷 雪 风 淋',
  ],
  [
    'waitingfor',
    'wait waiting waited queue queueing queuing line stand standing sit sitting minute minutes hour hours hrs mins ages forever since still yet already overdue late delay delayed',
    'รอ คอย ยืน นั่ง คิว นาที ชั่วโมง ชม. ตั้งแต่ นาน สาย เลท ดีเลย์ 待 並 立っ 座っ 分 時間 遅 まだ 等 排队 排隊 站 坐 分钟 分鐘 小时 小時 钟头 還沒 还没 迟到 晚点',
  ],
  [
    'food',
    'food meal breakfast lunch dinner supper dish rice noodle soup chicken pork beef fish seafood shrimp prawn crab lobster squid mussel oyster shellfish egg milk nut peanut sesame soy gluten wheat bread cake dessert fruit vegetable salad sauce broth sushi sashimi ramen tempura udon curry bento mochi wagashi tofu tea coffee beer wine drink water buffet menu snack taste tasty raw undercooked spoiled rotten expired mouldy',
    'อาหาร ข้าว ก๋วยเตี๋ยว ซุป ไก่ หมู เนื้อ ปลา กุ้ง ปู หมึก หอย ไข่ นม ถั่ว งา แป้ง ขนม เค้ก ผลไม้ ผัก ซอส ซูชิ ซาชิมิ ราเม็ง เทมปุระ อูด้ง แกง เต้าหู้ ชา กาแฟ เบียร์ ไวน์ บุฟเฟต์ เมนู ดิบ บูด เน่า หมดอายุ 食事 ご飯 料理 麺 鶏 豚 牛肉 魚 海老 エビ 蟹 カニ 貝 卵 牛乳 ナッツ 小麦 パン ケーキ 果物 野菜 寿司 刺身 ラーメン 天ぷら うどん お茶 コーヒー 酒 ビール 生 腐っ 食物 吃 饭 飯 面 麵 汤 鸡 雞 猪 豬 牛肉 鱼 魚 虾 蝦 蟹 贝 蛋 牛奶 坚果 花生 面粉 蛋糕 水果 蔬菜 寿司 拉面 茶 咖啡 啤酒 酒 坏了 变质',
  ],
  [
    'kitchen',
    'knife knives blade pan wok pot oven stove burner torch grill fryer oil mandoline grater peeler kitchen cook cooking fry boil slice chop apron recipe ingredient station whetstone steamer mixer board',
    'มีด กระทะ หม้อ เตา เตาอบ น้ำมัน ครัว ทอด ต้ม หั่น สับ ผ้ากันเปื้อน สูตร วัตถุดิบ หินลับ นึ่ง เขียง 包丁 鍋 フライパン オーブン コンロ 油 台所 厨房 揚げ 煮 切 エプロン レシピ 材料 砥石 刀 锅 鍋 烤箱 炉 油 厨房 廚房 煎 炸 煮 切 围裙 食谱 食材 磨刀石',
  ],
  [
    'room',
    'room suite bathroom shower toilet sink bath tub towel sheet pillow blanket mattress wardrobe balcony view floor ceiling wall window carpet fridge aircon tv wifi key keycard villa bungalow dorm bunk twin queen king housekeeping',
    'ห้อง ห้องน้ำ ฝักบัว อ่าง ผ้าเช็ดตัว ผ้าปู หมอน ผ้าห่ม ที่นอน ตู้ ระเบียง วิว ชั้น เพดาน ผนัง หน้าต่าง พรม แอร์ ทีวี ไวไฟ กุญแจ คีย์การ์ด เตียง แม่บ้าน 部屋 浴室 シャワー トイレ タオル シーツ 枕 布団 ベランダ 眺め 階 天井 壁 窓 エアコン テレビ 鍵 ツイン 清掃 房间 房間 浴室 淋浴 厕所 廁所 毛巾 床单 枕头 被子 床垫 阳台 景观 楼 天花板 墙 窗 空调 空調 电视 钥匙 房卡 双床 大床',
  ],
  [
    'nasty',
    'dirty filthy stain stained mouldy moldy mould mold smell smelly stink stinky roach cockroach rat rats mice bug bugs ant ants bedbug hair damp leak leaking drip noisy noise loud blunt dull chipped cracked rusty worn broken faulty flat dead sticky',
    'สกปรก คราบ รา เหม็น กลิ่น แมลงสาบ หนู มด ไร เส้นผม ชื้น รั่ว หยด เสียงดัง หนวกหู ทื่อ บิ่น แตก สนิม พัง เสีย ชำรุด 汚 染み カビ 臭 匂 ゴキブリ ネズミ 虫 髪の毛 湿 漏れ うるさ 騒音 欠け 割れ 錆 壊 故障 脏 髒 污渍 发霉 發霉 臭 味道 蟑螂 老鼠 虫 蟲 头发 潮 漏 吵 噪音 钝 裂 缺口 生锈 坏 壞',
  ],
  [
    'manners',
    'rude polite manner attitude shout yell scold snap grumpy sulk laugh ignore ignored argue swear curse sexist racist lazy careless unprofessional bored hungover smoke smoking phone texting chatting gossip impatient hurry hurried rush rushed push pushy pressure tip begging sarcastic dismissive shrug shrugs',
    'หยาบ สุภาพ มารยาท ตะคอก ดุ หน้าบึ้ง หัวเราะเยาะ ไม่สนใจ เถียง ด่า ขี้เกียจ สูบบุหรี่ เล่นมือถือ คุยโทรศัพท์ เร่ง รีบ กดดัน ทิป บ่น เหยียด 失礼 態度 怒鳴 無視 無愛想 笑わ 面倒 タバコ スマホ 急か せかさ 押し売り チップ 没礼貌 態度 态度 骂 罵 吼 不理 无视 嘲笑 抽烟 玩手机 催 赶 小费 不耐烦',
  ],
  [
    'bank',
    'pay paid payment transfer transferred deposit slip receipt bank promptpay truemoney paypal visa mastercard debit card qr wire iban swift usdt crypto bitcoin trc20 erc20 alipay wechat stripe paysafe scb kbank ktb bbl cash installment refund refunded chargeback charge charged billing',
    'โอน จ่าย ชำระ มัดจำ สลิป ธนาคาร กสิกร กรุงไทย ไทยพาณิชย์ พร้อมเพย์ ทรูมันนี่ บัตรเครดิต เดบิต คิวอาร์ เงินสด ผ่อน คืนเงิน ตัดบัตร 支払 振込 振り込 送金 入金 銀行 カード 現金 分割 返金 引き落とし 決済 付款 支付 转账 轉帳 转帐 汇款 押金 定金 银行 銀行 支付宝 微信 信用卡 现金 分期 退款 扣款 扣了 充值 充',
  ],
  [
    'shortfall',
    'less short missing zero nothing gone vanish vanished disappear empty minus lower dropped drop fell shrank half only lacking lost ate eaten swallowed deducted took taken reduced melted evaporated leak fewer thinner lighter lower partial incomplete stopped stuck froze zilch nada bust decrease decreased',
    'ขาด หาย ศูนย์ ว่าง ลด เหลือ ครึ่ง แค่ กิน หัก ตัด หด ร่วง ไหล หล่น วูบ น้อยกว่า 足り 消え 減 ゼロ 空 半分 少な 引か 落ち だけ 少了 不见 不見 没了 沒了 零 空 减 減 一半 只有 扣 掉 缺 没到 沒到 ไม่ครบ หยุด ค้าง ดรอป 途中 止ま 未達 停 卡 不够 不夠',
  ],
  [
    'twice',
    'twice double doubled duplicate duplicated again extra both two-times repeated repeat second-time more over too-much',
    'ซ้ำ สองรอบ สองครั้ง สองที เบิ้ล เกิน อีกรอบ ทวีคูณ 二重 二回 2回 重複 余分 多 超過 两次 兩次 重复 重複 多扣 多收 又',
  ],
  [
    'machine',
    'app website site page screen button loading loads load spin spinner blank crash crashed freeze frozen error bug glitch code server api endpoint browser chrome safari iphone android update install login log-in sign-in link click tap checkout cart timeout 404 500 502 503 down offline notification',
    'แอป แอพ เว็บ หน้าจอ ปุ่ม โหลด หมุน ค้าง เด้ง ขาว ล่ม error เซิร์ฟ ลิงก์ ลิงค์ กด คลิก อัปเดต แจ้งเตือน เบราว์เซอร์ ไอโฟน アプリ サイト 画面 ボタン 読み込 固まっ エラー サーバー リンク 押し 更新 通知 開か 表示 应用 网站 網站 页面 頁面 屏幕 按钮 按鈕 加载 卡住 白屏 闪退 报错 错误 服务器 链接 連結 点 更新 通知 打不开 打不開',
  ],
  [
    'security',
    'password passcode pin otp 2fa login username account verification verify authenticator reset unlock locked hack hacked hacker phishing suspicious unknown device unfamiliar impostor imposter stranger someone somebody',
    'รหัส พาสเวิร์ด โอทีพี บัญชี ไอดี ยืนยันตัว รีเซ็ต ปลดล็อก แฮก ฟิชชิ่ง แปลก คนอื่น ใครไม่รู้ มีคน อุปกรณ์ パスワード 認証 アカウント リセット 乗っ取 不正 不審 知らない 他人 端末 密码 密碼 验证码 驗證碼 账号 帳號 账户 登录 登入 重置 盗 盜 黑客 陌生 别人 別人 有人 设备',
  ],
  [
    'paper',
    'invoice receipt bill statement voucher ticket itinerary confirmation passport visa letter certificate document form pdf email name spelling spelt misspelt surname initial title vat tax id address po copy reissue reprint signature stamp',
    'ใบแจ้งหนี้ ใบกำกับ ใบเสร็จ บิล วอเชอร์ ตั๋ว กำหนดการ ใบยืนยัน พาสปอร์ต วีซ่า จดหมาย ใบประกาศ เอกสาร ฟอร์ม อีเมล ชื่อ สะกด นามสกุล ภาษี ที่อยู่ สำเนา ลายเซ็น 請求書 領収書 明細 バウチャー チケット 旅程 確認書 パスポート ビザ 証明書 修了証 書類 名前 綴り 名字 住所 控え 署名 发票 發票 收据 收據 账单 帳單 凭证 票 行程 确认 護照 护照 签证 簽證 证书 證書 文件 名字 拼写 姓 税 地址 复印',
  ],
  [
    'gear',
    'bag suitcase luggage backpack purse wallet phone charger laptop tablet ipad camera glasses sunglasses hat cap jacket coat sweater shoes sandals umbrella watch ring necklace earring bracelet keys book bottle glove clubs putter driver iron wedge rangefinder towel medicine pills toy teddy headphones airpods powerbank scarf belt',
    'กระเป๋า เป้ โทรศัพท์ มือถือ ที่ชาร์จ โน้ตบุ๊ก ไอแพด กล้อง แว่น หมวก เสื้อ รองเท้า ร่ม นาฬิกา แหวน สร้อย ต่างหู กำไล กุญแจ ขวด ถุงมือ ไม้กอล์ฟ ยา ตุ๊กตา หูฟัง ผ้าพันคอ เข็มขัด 鞄 カバン バッグ スーツケース 財布 携帯 スマホ 充電器 パソコン カメラ 眼鏡 メガネ 帽子 上着 靴 傘 時計 指輪 ネックレス 本 手袋 クラブ 薬 ぬいぐるみ イヤホン 包 行李 箱子 背包 钱包 錢包 手机 手機 充电器 电脑 相机 眼镜 眼鏡 帽子 外套 鞋 伞 傘 手表 戒指 项链 耳环 水壶 手套 球杆 药 玩具 耳机',
  ],
  [
    'leftbehind',
    'forgot forget forgotten left leave misplaced mislaid dropped lost behind find found under seat drawer locker rack hook shelf trunk boot safe pocket',
    'ลืม ทิ้งไว้ วางไว้ หล่น ตกอยู่ ค้างอยู่ หาไม่เจอ ใต้เบาะ ลิ้นชัก ล็อกเกอร์ ชั้นวาง ท้ายรถ เซฟ 忘れ 置い 落とし なくし 見つか 座席 引き出し ロッカー 棚 トランク 金庫 忘 落在 丢 丟 掉在 遗失 找不到 座位 抽屉 柜子 后备箱 保险箱',
  ],
  [
    'joy',
    'great good nice lovely love loved awesome amazing fantastic wonderful brilliant excellent perfect superb best beautiful fun funny enjoy enjoyed happy glad pleased delighted thrilled excited legend star hero gem sweet kind yay woohoo hooray congrats bravo smooth delicious memorable recommend',
    'ดี เยี่ยม สุดยอด เริ่ด ปัง น่ารัก รัก ชอบ ประทับใจ สนุก อร่อย สวย มีความสุข ดีใจ เจ๋ง เก่ง เลิศ คุ้ม แนะนำ ฟิน 素晴らし 最高 楽し 嬉し うれし 美味し おいし 良かっ よかっ 大好き 綺麗 感動 満足 優し すごい 太好了 很好 真棒 棒 赞 讚 喜欢 喜歡 开心 開心 高兴 满意 好吃 漂亮 感动 推荐 厉害 完美',
  ],
  [
    'laugh',
    'lol lmao rofl haha hahaha hehe lolz joke joking kidding jk funny xd',
    '555 ๕๕๕ ฮ่า ฮา อิอิ คิคิ ล้อเล่น แซว ขำ 笑 冗談 ｗｗ www 草 哈哈 呵呵 嘻嘻 开玩笑 開玩笑 笑死',
  ],
  [
    'over',
    'fine ok okay better recovered resolved sorted solved fixed safe relieved alright false-alarm found popped-up turned-up arrived came settled finally eventually nevermind cured healed healthy home',
    'โอเค ดีขึ้น หายดี หายแล้ว เรียบร้อย ปลอดภัย ไม่เป็นไร ไม่เป็นอะไร สบายดี โล่ง เจอแล้ว มาแล้ว เข้าแล้ว ได้แล้ว กลับบ้าน ถึงบ้าน 大丈夫 無事 解決 見つかりまし 届きまし 来まし 治り 回復 安心 直り 没事 沒事 好了 恢复 解决 解決 找到了 到了 来了 來了 平安 放心 安全 虚惊 收到了',
  ],
  [
    'tale',
    'once remember years ago back-then used other another elsewhere competitor neighbour neighbor colleague friend heard read saw news story blog movie dream dreamt dreamed imagine novel tv series reminds',
    'เคย สมัยก่อน ปีก่อน ที่อื่น เจ้าอื่น เจ้าเก่า เพื่อน ได้ยิน เห็นข่าว ข่าว อ่าน หนัง ละคร ฝัน เล่าให้ฟัง นึกถึง 昔 以前 かつて 他社 他の 友達 友人 聞い ニュース 映画 夢 ドラマ 話 以前 曾经 别家 別家 朋友 听说 聽說 新闻 电影 梦 故事',
  ],
  [
    'whatif',
    'if whether suppose supposing case would could might should worst happen happens ever hypothetical hypothetically generally usually normally typically always policy allowed allow rule rules',
    'ถ้า หาก สมมติ สมมุติ กรณี เผื่อ ปกติ ทั่วไป โดยปกติ นโยบาย กฎ อนุญาต เกิด もし 場合 万が一 仮に 通常 普段 一般 規則 如果 要是 假如 万一 萬一 一般 通常 平时 规定 允许',
  ],
  [
    'selling',
    'supplier supply wholesale vendor distributor manufacturer factory agency marketing promote promotion advertise seo leads rates commission partnership partner collaborate collaboration sponsor sponsorship demo brochure catalogue pricelist offer offering discount deal introduce represent influencer blogger vlogger review exchange barter invest investment investor startup software crm solution',
    'ซัพพลายเออร์ ขายส่ง ราคาส่ง โรงงาน ตัวแทนจำหน่าย การตลาด โปรโมท โฆษณา คอมมิชชั่น พาร์ทเนอร์ ร่วมงาน สปอนเซอร์ เดโม โบรชัวร์ แคตตาล็อก นำเสนอ ลงทุน นักลงทุน รีวิว แลก ฝากร้าน ฝากขาย 仕入 卸 業者 工場 営業 広告 宣伝 提携 協賛 ご提案 ご紹介 資料 投資 弊社 当社 供应 批发 批發 厂家 廠家 代理 推广 推廣 广告 廣告 合作 赞助 投资 投資 佣金 宣传',
  ],
  [
    'jobs',
    'job jobs hire hiring vacancy vacancies apply applying applicant application cv resume salary wage intern internship shift recruit recruiting recruitment career careers experience employed position',
    'งาน สมัครงาน รับสมัคร ตำแหน่ง เงินเดือน ฝึกงาน เรซูเม่ ประสบการณ์ พาร์ทไทม์ ว่างงาน 求人 採用 応募 履歴書 給料 インターン 経験 アルバイト 招聘 应聘 應聘 简历 工资 薪水 实习 兼职 经验 工作',
  ],
  [
    'personal',
    'homework exam boyfriend girlfriend single date marry birthday football match league team goal lottery horoscope weather rent flatmate landlord dentist haircut pizza movie song lyrics poem recipe cat dog puppy ps5 laptop selling secondhand loan lend borrow insurance casino bet betting slot jackpot viagra inheritance prince',
    'การบ้าน สอบ โสด จีบ ฟุตบอล บอล หวย ดูดวง เช่า หอพัก หมอฟัน ตัดผม พิซซ่า หนัง เพลง กลอน แมว หมา มือสอง กู้ ยืม ประกัน คาสิโน พนัน สล็อต มรดก 宿題 試験 独身 サッカー 宝くじ 占い 家賃 歯医者 美容院 ピザ 歌 詩 猫 犬 中古 借金 保険 カジノ 賭 作业 考试 单身 足球 彩票 算命 租房 室友 牙医 理发 披萨 歌 诗 猫 狗 二手 贷款 貸款 借钱 保险 赌场 博彩 遗产',
  ],
  [
    'wish',
    'book booking reserve reservation arrange organise organize schedule plan want need would-like like prefer hoping hope looking interested order buy purchase get sign enrol enroll join register quote price estimate availability available seat seats spot slot table pax people adults guests',
    'จอง อยาก ขอ สนใจ สั่ง ซื้อ ต้องการ สมัคร ลงทะเบียน จัด นัด ราคา ว่าง ที่นั่ง ที่ คน ท่าน 予約 希望 手配 お願い したい 注文 購入 申し込 参加 見積 空き 席 名 人 预订 預訂 预约 預約 订 訂 想 要 安排 报名 報名 参加 报价 報價 空位 位 人',
  ],
  [
    'growth',
    'followers follower likes like views view subs subscribers subscriber comments shares retweets plays streams members reach engagement instagram ig tiktok youtube facebook fb twitter x telegram spotify shopee threads reels reel story stories post video live page channel profile',
    'ฟอล ไลก์ ไลค์ วิว ซับ คอมเมนต์ เม้น แชร์ ผู้ติดตาม ไอจี ติ๊กต๊อก ยูทูป เฟซ เพจ รีล สตอรี่ โพสต์ ไลฟ์ คลิป ช่อง フォロワー いいね 再生 登録者 コメント インスタ 投稿 動画 配信 粉丝 粉絲 点赞 點讚 赞 播放 订阅 訂閱 评论 評論 抖音 直播 视频 主页',
  ],
  [
    'outdoors',
    'sea beach island reef snorkel snorkelling dive diving swim swimming pool surf mountain hill hike hiking trek trail waterfall river lake cave jungle forest temple shrine museum market palace tower garden park zoo village street square bridge',
    'ทะเล หาด เกาะ ดำน้ำ ว่ายน้ำ สระ ภูเขา ดอย เดินป่า น้ำตก แม่น้ำ ทะเลสาบ ถ้ำ ป่า วัด ศาลเจ้า พิพิธภัณฑ์ ตลาด วัง สวน หมู่บ้าน สะพาน 海 ビーチ 島 潜 泳 プール 山 登山 滝 川 湖 洞窟 寺 神社 博物館 市場 宮殿 塔 庭園 公園 村 橋 海 沙滩 海滩 岛 島 浮潜 潜水 游泳 泳池 山 爬山 徒步 瀑布 河 湖 洞 寺 庙 博物馆 市场 夜市 皇宫 塔 公园 村 桥',
  ],
  [
    'leader',
    'guide driver chauffeur leader host staff staffer manager receptionist concierge clerk crew captain pilot chef teacher instructor assistant caddie caddy starter marshal ranger waiter waitress therapist masseuse porter bellboy operator agent admin',
    'ไกด์ คนขับ โชเฟอร์ หัวหน้าทัวร์ พนักงาน ผู้จัดการ รีเซปชั่น ลูกเรือ กัปตัน เชฟ ครู อาจารย์ ผู้ช่วย แคดดี้ สตาร์ทเตอร์ มาร์แชล เด็กเสิร์ฟ หมอนวด แอดมิน เจ้าหน้าที่ ガイド ドライバー 運転手 添乗員 スタッフ 店員 支配人 受付 船長 シェフ 先生 講師 助手 キャディ スターター ウェイター セラピスト 係員 担当 导游 導遊 司机 司機 领队 領隊 员工 服务员 經理 经理 前台 船长 厨师 老师 老師 助教 球童 按摩师 客服 管理员',
  ],
]

const fields = new Map<string, number[]>()
LIST.forEach(([, english, others], field) => {
  for (const word of [...english.split(' '), ...others.split(' ')])
    fields.set(word, [...(fields.get(word) ?? []), field])
})

/** Endings that make forms of an English word; what stood before them may have lost an e or doubled its last letter. */
const ENDING = /(?:'s|ing|ed|es|ly|s|d|er|y)$/
const formOf = (word: string): readonly number[] => {
  const known = fields.get(word)
  if (known) return known
  const ending = ENDING.exec(word)
  if (!ending || ending.index < 3) return []
  const stem = word.slice(0, ending.index)
  return (
    fields.get(stem) ??
    fields.get(`${stem}e`) ??
    (stem.at(-1) === stem.at(-2) ? fields.get(stem.slice(0, -1)) : undefined) ??
    (stem.endsWith('i') ? fields.get(`${stem.slice(0, -1)}y`) : undefined) ??
    []
  )
}

const LONGEST = 6
const HAN_OR_KANA = /[\u3040-\u30ff\u3400-\u9fff]/

/** The fields that the words of a message belong to, by name. */
export function fieldsOf(words: readonly string[]): string[] {
  const found = new Set<number>()
  const add = (some: readonly number[]) => {
    for (const it of some) found.add(it)
  }
  words.forEach((word, i) => {
    add(formOf(word))
    const next = words[i + 1]
    if (next !== undefined) {
      add(fields.get(`${word}-${next}`) ?? [])
      add(fields.get(word + next) ?? [])
    }
    if (!HAN_OR_KANA.test(word)) return
    // signs stand together without a space, and words are cut apart as it comes
    const run = word + (next ?? '')
    for (let from = 0; from < word.length; from += 1)
      for (let length = 1; length <= LONGEST && from + length <= run.length; length += 1)
        add(fields.get(run.slice(from, from + length)) ?? [])
  })
  return [...found].map((it) => LIST[it]?.[0] ?? '')
}

import { IN_CHINESE } from './places-in-chinese.ts'
import { THAILAND } from './places-of-thailand.ts'

/** Places people travel to in Asia: the canonical English name, then how it is written in Thai, Japanese and other ways. */
const LIST = `
Bangkok|กรุงเทพฯ|กรุงเทพมหานคร|กรุงเทพ|กทม|bkk city|バンコク
Chiang Mai|เชียงใหม่|chiangmai|チェンマイ
Chiang Rai|เชียงราย|chiangrai|チェンライ
Phuket|ภูเก็ต|プーケット
Krabi|กระบี่|クラビ
Phi Phi|เกาะพีพี|พีพี|koh phi phi|phi phi islands
Koh Samui|เกาะสมุย|สมุย|ko samui|samui|サムイ島|サムイ
Koh Phangan|เกาะพะงัน|พะงัน|ko phangan
Koh Tao|เกาะเต่า|ko tao
Koh Lanta|เกาะลันตา|ลันตา|ko lanta
Koh Chang|เกาะช้าง|ko chang|チャン島
Koh Samet|เกาะเสม็ด|เสม็ด|ko samet
Koh Lipe|เกาะหลีเป๊ะ|หลีเป๊ะ
Koh Kret|เกาะเกร็ด
Khao Lak|เขาหลัก|カオラック
Khao Sok|เขาสก
Khao Yai|เขาใหญ่|khaoyai|カオヤイ
Hua Hin|หัวหิน|huahin|ホアヒン|フアヒン
Cha-am|ชะอำ
Pattaya|พัทยา|パタヤ
Rayong|ระยอง
Chonburi|ชลบุรี
Bang Saen|บางแสน
Si Racha|ศรีราชา
Kanchanaburi|กาญจนบุรี|กาญจน์|カンチャナブリ
Ayutthaya|อยุธยา|アユタヤ
Sukhothai|สุโขทัย|スコータイ
Lopburi|ลพบุรี
Nan|น่าน
Pua, Nan|ปัว|pua
Phrae|แพร่
Lampang|ลำปาง
Lamphun|ลำพูน
Mae Hong Son|แม่ฮ่องสอน
Pai|ปาย
Phitsanulok|พิษณุโลก
Chiang Khan|เชียงคาน
Loei|เลย(?=จังหวัด)|จังหวัดเลย
Udon Thani|อุดรธานี|อุดร
Nong Khai|หนองคาย
Khon Kaen|ขอนแก่น
Ubon Ratchathani|อุบลราชธานี|อุบล
Nakhon Ratchasima|โคราช|นครราชสีมา|korat
Buriram|บุรีรัมย์
Nakhon Nayok|นครนายก
Nakhon Pathom|นครปฐม
Ratchaburi|ราชบุรี
Phetchaburi|เพชรบุรี
Phetchabun|เพชรบูรณ์
Khao Kho|เขาค้อ
Samut Songkhram|สมุทรสงคราม
Amphawa|อัมพวา
Damnoen Saduak|ดำเนินสะดวก|floating market
Surat Thani|สุราษฎร์ธานี|สุราษฎร์
Songkhla|สงขลา
Hat Yai|หาดใหญ่
Trang|ตรัง
Trat|ตราด
Chanthaburi|จันทบุรี
Doi Ang Khang|ดอยอ่างขาง|อ่างขาง
Doi Mae Salong|ดอยแม่สลอง|แม่สลอง
Doi Inthanon|ดอยอินทนนท์|อินทนนท์
Bang Krachao|บางกะเจ้า
Silom|สีลม|シーロム
Sathorn|สาทร|สาธร|サトーン|sathon
Sukhumvit|สุขุมวิท|スクンビット
Thonglor|ทองหล่อ|thong lo|thong lor|トンロー
Asoke|อโศก|asok|アソーク
Chinatown, Bangkok|เยาวราช|chinatown
Talat Noi|ตลาดน้อย
Wat Arun, Bangkok|วัดอรุณ|wat arun
Grand Palace, Bangkok|วัดพระแก้ว|พระบรมมหาราชวัง|grand palace
Chao Phraya River, Bangkok|แม่น้ำเจ้าพระยา|เจ้าพระยา|chao phraya
Suvarnabhumi Airport|bkk|สนามบินสุวรรณภูมิ|สุวรรณภูมิ|suvarnabhumi airport|suvarnabhumi|bkk airport|スワンナプーム空港|スワンナプーム
Don Mueang Airport|dmk|สนามบินดอนเมือง|ดอนเมือง|don mueang airport|don mueang|don muang|dmk|ドンムアン空港|ドンムアン
Phuket Airport|hkt|สนามบินภูเก็ต|phuket airport
Chiang Mai Airport|cnx|สนามบินเชียงใหม่|chiang mai airport
Chiang Rai Airport|cei|สนามบินเชียงราย|chiang rai airport
Krabi Airport|kbv|สนามบินกระบี่|krabi airport
Incheon Airport|icn|incheon airport|仁川空港|สนามบินอินชอน
U-Tapao Airport|utp|สนามบินอู่ตะเภา|อู่ตะเภา
Noi Bai Airport|han|hanoi airport|noi bai|ノイバイ空港|ノイバイ|สนามบินฮานอย|สนามบินโนยบาย|โนยบาย|สนามบินโหน่ยบ่าย
Da Nang Airport|dad|สนามบินดานัง|da nang airport
Changi Airport|sin|changi|สนามบินชางงี
Denpasar Airport|denpasar airport|denpasar|dps|デンパサール空港|สนามบินเดนปาซาร์
Narita Airport|nrt|narita|นาริตะ|成田空港|成田
Haneda Airport|hnd|haneda|ฮาเนดะ|羽田空港|羽田
Kansai Airport|kix|kansai airport|関西空港|関空
Incheon|อินชอน|仁川
Hanoi|ฮานอย|ha noi|ハノイ
Ha Long|ฮาลอง|halong bay|ha long bay|halong|ハロン湾
Lan Ha Bay|lan ha
Ninh Binh|นิงบิงห์|นิญบิ่ญ|นิงห์บิงห์|ニンビン
Sapa|ซาปา|サパ
Ha Giang|ฮาซาง|ฮาเกียง
Hue|เว้|フエ
Da Nang|ดานัง|danang|ダナン
Hoi An|ฮอยอัน|hoian|ホイアン
Nha Trang|ญาจาง|นาตรัง|ニャチャン
Da Lat|ดาลัด|dalat|ダラット
Mui Ne|มุยเน่
Phu Quoc|ฟูก๊วก|ฟู้โกว๊ก|フーコック
Ho Chi Minh City|โฮจิมินห์|โฮจิมิน|ไซ่ง่อน|saigon|ho chi minh|hcmc|ホーチミン
Mekong Delta|สามเหลี่ยมปากแม่น้ำโขง|メコンデルタ
Mekong River|แม่น้ำโขง|mekong|メコン川
Central Vietnam|เวียดนามกลาง
Northern Vietnam|เวียดนามเหนือ|north vietnam
Southern Vietnam|เวียดนามใต้|south vietnam
Vietnam|เวียดนาม|ベトナム
Luang Prabang|หลวงพระบาง|ルアンパバーン|ルアンプラバン
Vientiane|เวียงจันทน์|เวียงจันทร์|ビエンチャン
Vang Vieng|วังเวียง|バンビエン
Huay Xai|ห้วยทราย|houayxay
Pakse|ปากเซ
Laos|สปป.ลาว|ลาว|ラオス
Siem Reap|เสียมเรียบ|เสียมราฐ|シェムリアップ
Angkor|นครวัด|อังกอร์|angkor wat|アンコールワット|アンコール
Phnom Penh|พนมเปญ|プノンペン
Battambang|พระตะบอง|バッタンバン
Sihanoukville|สีหนุวิลล์
Cambodia|กัมพูชา|เขมร|カンボジア
Yangon|ย่างกุ้ง|ヤンゴン
Bagan|พุกาม|バガン
Mandalay|มัณฑะเลย์
Inle Lake|ทะเลสาบอินเล|อินเล
Myanmar|พม่า|เมียนมา|burma|ミャンマー
Kuala Lumpur|กัวลาลัมเปอร์|kl|クアラルンプール
Penang|ปีนัง|ペナン
Langkawi|ลังกาวี|ランカウイ
Malacca|มะละกา|melaka
Cameron Highlands|คาเมรอนไฮแลนด์
Johor Bahru|ยะโฮร์
Kota Kinabalu|โกตาคินาบาลู|コタキナバル
Kinabatangan|คินาบาตังกัน
Sandakan|ซันดากัน
Borneo|บอร์เนียว|ボルネオ
Malaysia|มาเลเซีย|มาเลย์|マレーシア
Singapore|สิงคโปร์|สิงค์โปร์|シンガポール
Bali|บาหลี|バリ島|バリ
Ubud|อูบุด|ウブド
Canggu|จังกู|ชางกู
Uluwatu|อูลูวาตู|ウルワツ
Kuta|กูตา|クタ
Seminyak|เซมินยัก|スミニャック
Nusa Penida|นูซาเปอนีดา
Lombok|ลอมบอก
Jakarta|จาการ์ตา|ジャカルタ
Yogyakarta|ยอกยาการ์ตา|jogja
Borobudur|บุโรพุทโธ|บรมพุทโธ
Komodo|โคโมโด
Indonesia|อินโดนีเซีย|อินโด|インドネシア
Manila|มะนิลา|マニラ
Cebu|เซบู|セブ島|セブ
Boracay|โบราไกย์|โบราเคย์
Palawan|ปาลาวัน
El Nido|เอลนิโด
Philippines|ฟิลิปปินส์|フィリピン
Colombo|โคลัมโบ|コロンボ
Kandy|แคนดี้|เมืองแคนดี
Sigiriya|สิกิริยา|シギリヤ
Galle|กอลล์
Nuwara Eliya|นูวาราเอลิยา
Yala, Sri Lanka|yala national park
Ella|เอลลา
Sri Lanka|ศรีลังกา|スリランカ
Maldives|มัลดีฟส์|มัลดีฟ|モルディブ
Paro|พาโร
Thimphu|ทิมพู
Punakha|ปุนาคา
Bhutan|ภูฏาน|ภูฐาน|ブータン
Kathmandu|กาฐมาณฑุ
Pokhara|โพคารา
Nepal|เนปาล|ネパール
Delhi|เดลี|デリー
Agra|อัครา
Jaipur|ชัยปุระ|ジャイプール
Kushinagar|กุสินารา
Lumbini|lumbini
Varanasi|พาราณสี|バラナシ
Bodh Gaya|พุทธคยา|bodhgaya
Kashmir|แคชเมียร์
Leh Ladakh|เลห์ ลาดักห์|ลาดักห์|ladakh
Kerala|เกรละ
India|อินเดีย|インド
Tokyo|โตเกียว|東京
Kyoto|เกียวโต|京都
Osaka|โอซาก้า|โอซากา|大阪
Nara|นารา|奈良
Kobe|โกเบ|神戸
Nagoya|นาโกย่า|นาโกยา|名古屋
Takayama|ทาคายาม่า|高山
Shirakawa-go|ชิราคาวาโกะ|shirakawago|白川郷
Kanazawa|คานาซาว่า|金沢
Hakone|ฮาโกเน่|箱根
Mount Fuji|ฟูจิ|fuji|富士山
Kawaguchiko|คาวากูจิโกะ|河口湖
Nikko|นิกโก้|日光
Kusatsu|คุซัตสึ|คุซัทสึ|草津
Yokohama|โยโกฮาม่า|横浜
Kamakura|คามาคุระ|鎌倉
Hiroshima|ฮิโรชิม่า|広島
Fukuoka|ฟุกุโอกะ|福岡
Beppu|เบปปุ|別府
Yufuin|ยูฟุอิน|由布院
Nagasaki|นางาซากิ|長崎
Kumamoto|คุมาโมโตะ|熊本
Kagoshima|คาโกชิม่า|鹿児島
Kyushu|คิวชู|九州
Okinawa|โอกินาว่า|沖縄
Sapporo|ซัปโปโร|札幌
Otaru|โอตารุ|小樽
Niseko|นิเซโกะ|ニセコ
Hakodate|ฮาโกดาเตะ|函館
Hokkaido|ฮอกไกโด|北海道
Sendai|เซนได|仙台
Hanamaki|ฮานามากิ|花巻
Ginzan|กินซัน|银山|銀山
Noboribetsu|โนโบริเบทสึ|登別
Tohoku|โทโฮคุ|東北
Japan|ญี่ปุ่น|日本
Seoul|โซล|ソウル
Busan|ปูซาน|釜山
Jeju|เชจู|เกาะเชจู|済州島
Gangwon|คังวอน
South Korea|เกาหลีใต้|เกาหลี|korea|韓国
Taipei|ไทเป|ไทเป้|台北
Taichung|ไทจง|台中
Tainan|ไถหนาน|台南
Kaohsiung|เกาสง|高雄
Jiufen|จิ่วเฟิ่น|九份
Alishan|อาลีซาน|อาลีชาน|阿里山
Sun Moon Lake|ทะเลสาบสุริยันจันทรา|日月潭
Taiwan|ไต้หวัน|台湾
Hong Kong|ฮ่องกง|香港
Macau|มาเก๊า|マカオ
Shanghai|เซี่ยงไฮ้|上海
Beijing|ปักกิ่ง|北京
Xi'an|ซีอาน|西安
Chengdu|เฉิงตู|成都
Chongqing|ฉงชิ่ง|重慶
Zhangjiajie|จางเจียเจี้ย|張家界
Guilin|กุ้ยหลิน|桂林
Kunming|คุนหมิง|昆明
Lijiang|ลี่เจียง|麗江
Harbin|ฮาร์บิน
China|เมืองจีน|ประเทศจีน|中国
Northern Thailand|ภาคเหนือ|north thailand|northern thailand
Southern Thailand|ภาคใต้|south thailand
Isan|ภาคอีสาน|อีสาน|isaan
Thailand|ประเทศไทย|เมืองไทย|タイ国
`

export type Place = { value: string; names: string[]; inChinese: string[]; stop?: true }

const STOP = /\b(?:Airport|Station|Pier|Terminal|KLIA|Hua Lamphong|Mo Chit|Sai Tai Mai|Future Park)\b/

const named = (list: string): Map<string, string[]> =>
  new Map(
    list
      .trim()
      .split('\n')
      .map((line) => {
        const [value = '', ...names] = line.split('|')
        return [value, names]
      }),
  )
const chinese = named(IN_CHINESE)

/** `names` begin with the value itself. A `stop` is an airport, a station or a pier. */
export const PLACES: readonly Place[] = [...named(LIST), ...named(THAILAND)].map(([value, names]) => ({
  value,
  names: [value, ...names.filter((it) => !/[()]/.test(it))],
  inChinese: chinese.get(value) ?? [],
  ...(STOP.test(value) && { stop: true as const }),
}))

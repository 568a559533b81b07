import type { Words } from './items.ts'

/** How customers call the tours of the two travel desks; see items.ts. */
export const tourWords: Record<string, Record<string, Words>> = {
  asiatravelplan: {
    atp_th_01: { ja: 'バンコクからチェンマイへ鉄道の旅', aliases: ['Chiang Mai by Rail'] },
    atp_th_02: {
      ja: 'アンダマン海アイランドホッピング',
      aliases: [
        'Island Hopper',
        'Andaman Hopper',
        'Andaman',
        'อันดามัน',
        'Andaman trip',
        'ทริปอันดามัน',
        'Andaman islands',
        'เกาะอันดามัน',
        'เที่ยวเกาะอันดามัน',
      ],
    },
    atp_th_03: { ja: '北タイ山岳トレイル', aliases: ['Hill Trails'] },
    atp_vn_01: {
      ja: 'ハノイとランハ湾クルーズ',
      aliases: ['Hanoi Lan Ha Bay Cruise', 'Lan Ha Bay Cruise', 'Lan Ha cruise', 'Lan Ha trip'],
    },
    atp_vn_02: {
      ja: 'ベトナム縦断',
      aliases: [
        'เวียดนามเหนือจรดใต้',
        'Vietnam top to bottom',
        'Vietnam north to south',
        'เวียดนามเหนือใต้',
        'ทัวร์เวียดนามเหนือถึงใต้',
      ],
    },
    atp_kh_01: { ja: 'アンコールの夜明け', aliases: ['อังกอร์รุ่งอรุณ', 'Angkor Wat', 'นครวัด', 'อังกอร์วัด', 'อังกอร์'] },
    atp_la_01: {
      ja: 'スロー・メコン',
      aliases: ['Mekong slow boat', 'スローメコン', 'สโลว์แม่โขง', 'Slow Mekong boat', 'ล่องเรือโขงช้า'],
    },
    atp_jp_01: { ja: '京都・静かな秋', aliases: ['Kyoto Autumn', 'เกียวโตใบไม้แดง'] },
    atp_jp_02: { ja: '北海道パウダーファミリー', aliases: ['Hokkaido Powder', 'Powder Family'] },
    atp_id_01: { ja: 'バリ島ウブド・ウルワツ', aliases: ['Ubud & Uluwatu'] },
    atp_lk_01: { ja: 'スリランカ・紅茶とヒョウ', aliases: ['Tea & Leopards', 'Tea and Leopards'] },
    atp_kr_01: { ja: 'ソウルと済州の春', aliases: ['Seoul and Jeju Spring', 'โซล-เชจู'] },
    atp_tw_01: { ja: '台湾夜市めぐり', aliases: ['Taiwan Night Markets', 'Night Markets Loop', 'ไต้หวันตลาดกลางคืน'] },
    atp_my_01: { ja: 'ボルネオの野生', aliases: ['Borneo Wildlife', 'Borneo', 'บอร์เนียว', 'orangutan'] },
    atp_day_01: {
      ja: 'アユタヤ日帰り船の旅',
      aliases: ['Ayutthaya Boat', 'ล่องเรืออยุธยา', 'アユタヤ日帰り', 'Ayutthaya day trip by boat'],
    },
    atp_day_02: {
      ja: 'バンコク屋台ナイトライド',
      aliases: ['Street Food Night Ride', 'Street Food Night', 'street food tour', 'สตรีทฟู้ดกลางคืน', 'ตะลุยสตรีทฟู้ด'],
    },
    atp_day_03: { ja: 'ホイアン料理教室と市場', aliases: ['Hoi An Cooking', 'Hoi An Cooking Class'] },
  },
  chapter2: {
    c2_sk_01: {
      ja: 'ソンクラー旧市街ゆったり旅',
      aliases: ['Songkhla Old Town', 'สงขลาเมืองเก่า', 'ทริปสงขลา', 'Songkhla trip', 'Songkhla Slow Days'],
    },
    c2_nn_01: {
      ja: 'ナーンとプアのホームステイ',
      aliases: ['Nan Homestay', 'น่าน ปัว โฮมสเตย์', 'น่านปัวโฮมสเตย์'],
    },
    c2_cr_01: {
      ja: 'チェンライお茶とコーヒーの旅',
      aliases: ['Tea & Coffee', 'เชียงรายชากาแฟ'],
    },
    c2_la_01: {
      ja: 'ルアンパバーン托鉢とメコン',
      aliases: ['Alms & River', 'หลวงพระบาง ตักบาตร', 'ทริปหลวงพระบาง', 'ตักบาตรหลวงพระบาง'],
    },
    c2_jp_01: {
      ja: '京都・奈良の紅葉',
      aliases: ['Red Leaves', 'ใบไม้แดงเกียวโต นารา', 'เกียวโตนาราใบไม้แดง', 'Kyoto trip', 'Kyoto Nara Red Leaves'],
    },
    c2_jp_02: {
      ja: '東北温泉列車の旅',
      aliases: ['Tohoku Onsen', 'โทโฮคุออนเซ็นรถไฟ', 'โทโฮคุออนเซ็น', 'โทโฮคุออนเซ็นโดยรถไฟ', 'Tohoku by Train'],
    },
    c2_tw_01: { ja: '台湾の寺院とお茶', aliases: ['ไต้หวันไหว้พระ', 'Taiwan trip', 'ไต้หวันไหว้พระชิมชา', 'Temples & Tea'] },
    c2_bt_01: { ja: 'ブータン・心静かな谷', aliases: ['Bhutan Mindful', 'ภูฏานสมาธิ', 'Bhutan trip'] },
    c2_in_01: { ja: 'インド仏跡巡礼', aliases: ['Buddhist Pilgrimage', 'สังเวชนียสถาน 8 วัน', 'สังเวชนียสถาน 4 ตำบล'] },
    c2_vn_01: { ja: 'フエ・ダナン・ホイアンやさしい旅', aliases: ['Hue Da Nang Hoi An'] },
    c2_th_kb: {
      ja: 'クラビ三世代旅行',
      aliases: ['Three Generations', 'กระบี่สามวัย', 'กระบี่ 3 วัย', 'กระบี่สามรุ่น', 'กระบี่ครอบครัวสามวัย', 'Krabi trip'],
    },
    c2_jp_03: {
      ja: '北海道ゆったり冬の旅',
      aliases: ['Unhurried Winter', 'ฮอกไกโดไม่รีบ', 'Hokkaido trip', 'Hokkaido winter'],
    },
    c2_mr_01: {
      ja: 'メコン川スロークルーズ',
      aliases: ['Mekong Cruise', 'ล่องโขง', 'Mekong slow cruise', 'ล่องเรือโขง', 'ล่องเรือแม่น้ำโขง'],
    },
    c2_day_01: { ja: 'ナコンチャイシー日帰り', aliases: ['นครชัยศรี 1 วัน'] },
    c2_day_02: {
      ja: 'アユタヤ九寺参り',
      aliases: ['Ayutthaya Merit', 'ไหว้พระ 9 วัด', 'ไหว้พระเก้าวัด', 'ไหว้พระ 9 วัดอยุธยา', '9 temples Ayutthaya'],
    },
  },
}

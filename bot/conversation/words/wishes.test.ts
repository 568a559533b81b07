import { describe, expect, test } from 'vitest'
import { asksPolitely, ifPossible, isWish, tellsDiet, tellsWish } from './wishes.ts'

describe('what is told of a visit, whatever is asked', () => {
  test.each([
    'Could we have a single room each?',
    "I forgot to say I'm coeliac",
    'with caddies pls and a buggy',
    'แม่เดินขึ้นบันไดไม่ค่อยไหว ขอห้องชั้นล่าง',
    'ขอใบเสนอราคาด้วย ส่งทางนี้นะ',
    '駅まで迎えに来てください',
  ])('%s is not lost', (said) => expect(tellsWish(said)).toBe(true))
  test.each(['asdfgh qwerty', 'ขอโทษค่ะ', 'มีที่จอดรถไหมคะ', 'what is included?', 'hmm', 'my son is not breathing'])(
    '%s is none',
    (said) => expect(tellsWish(said)).toBe(false),
  )
})

test.each([
  ['Thai Country Club if possible', true],
  ['ถ้าเป็นไปได้ขอสนามอัลไพน์นะคะ', true],
  ['できればアルパインで', true],
  ['is Thai Country Club possible?', false],
  ['if we can make it 8', true],
  ['yes please', false],
])('%s is wished for if possible: %s', (said, wished) => expect(ifPossible(said)).toBe(wished))

test.each([
  ['ホテルは禁煙室でお願いします', true],
  ['はい、それでお願いします', false],
  ['よろしくお願いいたします。', false],
  ['禁煙室で', false],
])('%s asks politely: %s', (said, asks) => expect(asksPolitely(said)).toBe(asks))

describe('a wish for the visit', () => {
  test.each([
    'vegetarian',
    'two of us are vegetarian, would that be possible?',
    'my son is allergic to peanuts',
    'มีลูกค้าแพ้ปู 2 ท่านค่ะ',
    'คุณพ่อไม่ทานเนื้อวัวครับ ได้ไหมครับ',
    'アレルギーがあります、甲殻類です',
    'we’re vegetarians',
    'somewhere by the river',
    'most of us are vegan',
    'แพ้กุ้งนะคะ',
    'Vegetarian please!',
    "we're all vegan",
    'halal food please',
    'no pork',
    'no pork or beef please',
    'not too spicy',
    'gluten-free',
    'allergic to peanuts',
    'peanut allergy',
    'window seat please',
    'by the river if possible',
    'can we have a high chair',
    'wheelchair access',
    'it’s our anniversary',
    'It is my husband’s 50th birthday',
    "it's for my mother in law's 70th birthday",
    'We’re celebrating our 25th wedding anniversary',
    'วันเกิดแม่ครบ 60 ค่ะ',
    'พอดีเป็นวันครบรอบแต่งงานค่ะ',
    '主人の50歳の誕生日です',
    '両親の結婚記念日なので',
    'มังสวิรัติ',
    'ขอโต๊ะริมแม่น้ำค่ะ',
    'ไม่ใส่น้ำแข็งค่ะ',
    'มังสวิรัติค่ะ',
    'อาหารเจครับ',
    'ฮาลาลด้วยนะคะ',
    'แพ้ถั่วค่ะ',
    'ไม่ทานหมู',
    'ไม่กินเนื้อวัวครับ',
    'ขอริมหน้าต่างค่ะ',
    'ขอเก้าอี้เด็ก 1 ตัวค่ะ',
    'วันเกิดค่ะ',
    'ベジタリアン',
    'ベジタリアンです',
    'ハラール対応でお願いします',
    '卵アレルギーです',
    '豚肉抜きで',
    '窓側の席をお願いします',
    '車椅子です',
    '素食',
    '我吃素',
    '不吃猪肉',
    '花生过敏',
    '靠窗的位子',
    '请安排儿童椅，谢谢',
  ])('%s', (said) => expect(isWish(said)).toBe(true))

  test.each([
    '',
    'yes',
    'no',
    'no thanks',
    'cancel',
    'make it 5',
    '5 people',
    'make it vegetarian for 3 on Friday',
    'the vegetarian curry I ordered made me sick',
    'we had an allergic reaction at dinner',
    'is there a window seat?',
    'what is halal?',
    'แพ้กุ้ง หายใจไม่ออก',
    'แพ้ถั่ว ตัวบวมหมดแล้ว',
    'allergic to peanuts, face is swollen',
    'エビアレルギー 呼吸が苦しいです',
    'Somchai',
    'ไม่เอาแล้ว',
    'ไม่ใช่',
    'ยกเลิก',
    '5 คน',
    'แพ้อาหารหนักมาก หายใจไม่ออก ต้องการรถพยาบาลด่วน',
    'เปลี่ยนเป็นวันเสาร์',
    '特になし',
    'いいえ',
    '森下です',
    '不要了',
    '取消',
    '五个人',
    'The Birthday Club on Sukhumvit',
    'we want to book a birthday dinner for 8 on Friday',
    'my birthday is 4 March',
    'วันเกิด 12 ธ.ค. ค่ะ',
    '誕生日は3月6日です',
  ])('not %s', (said) => expect(isWish(said)).toBe(false))
})

describe('what somebody eats, however it is put', () => {
  test.each([
    'คนในกลุ่มมีคนไม่ทานเนื้อ ทำได้ไหมคะ',
    'ลูกค้าแพ้นมวัวค่ะ',
    'three of our guests are halal',
    "my colleague can't eat shellfish",
    '一人はヴィーガンです',
    '母は卵が食べられません',
    'callum reyes. btw gf is badly allergic to peanuts like epipen allergic. is that gonna be a problem',
    "she doesn't do pork fyi, is that a dealbreaker",
  ])('%s', (said) => expect(tellsDiet(said)).toBe(true))
  test.each([
    'my son had an allergic reaction, allergy to nuts, he is swollen',
    'ลูกแพ้กุ้งหายใจไม่ออก',
    'เติมเงินไม่เข้า',
    'the vegan meal was wrong',
    'she is allergic to peanuts and there is a problem now',
    'he used his epipen, he is allergic to nuts and cannot breathe',
    "that doesn't do the job",
  ])('%s is none', (said) => expect(tellsDiet(said)).toBe(false))
})

test.each([
  ['my dad is diabetic, no sugar in the meals pls', true],
  ['mum is diabetic so no sweets or juice with the breakfast', true],
  ['คุณพ่อเป็นเบาหวาน ขอไม่หวานนะคะ', true],
  ['my dad is diabetic and collapsed', false],
  ['the vegetarian meal was not there', false],
  ['糖尿病の父が倒れました', false],
])('%s is a wish for the table: %s', (said, isOne) => expect(tellsDiet(said)).toBe(isOne))

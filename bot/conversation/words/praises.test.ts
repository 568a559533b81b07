import { describe, expect, it } from 'vitest'
import { praises } from './praises.ts'

describe('kind words about those who looked after somebody', () => {
  it.each([
    'good morning dear, just wanted to say our guide Nid was an angel with my mother',
    'our driver deserves a raise',
    'big thumbs up to caddie 27',
    'best cooking class ever, thank you',
    'please pass on my compliments to the chef',
    'You guys are the best',
    'she took such good care of us',
    'เชฟพลอยสอนดีมากเลยค่ะ',
    'แคดดี้น่ารักมากครับ ให้ห้าดาว',
    'ฝากขอบคุณพี่คนขับด้วยนะคะ',
    'ขอชมแอดมินค่ะ ตอบไวมาก',
    'キャディーさん、とても感じが良かったです',
    '先生が優しくて、娘が喜んでいました',
    'ガイドの方にお礼をお伝えください',
  ])('%s', (said) => expect(praises(said)).toBe(true))

  it.each([
    'thank you',
    'great',
    'ok perfect',
    'our guide was great but the van broke down',
    'the guide was not great',
    'is the guide good?',
    'ไกด์ไม่น่ารักเลย',
    'ไกด์ดีมากแต่โรงแรมแย่',
    'ขอชมวิวหน่อย',
    'อยากชมสวนค่ะ',
    'ดีค่ะ',
    'ガイドさんは親切でしたが、ホテルが汚かったです',
    '先生の感じが良くなかったです',
    'よろしくお願いします',
    'I would like a great tour for 4 people',
    'we want the best hotel for them',
  ])('%s is none', (said) => expect(praises(said)).toBe(false))
})

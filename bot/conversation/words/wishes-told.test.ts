import { describe, expect, it } from 'vitest'
import { wishesIn } from './wishes-told.ts'

/** As the slots of a request would be read: days, numbers of people, nights, places. */
const TELLS =
  /\d{1,2}月|来週|明日|\d{1,2}時|\d\s?(?:名|人|泊)|チェンマイ|バリ|ナガリッジ|夫婦|bali|chiang mai|\bjan\b|nights?\b|of us|\d seats|\bdec\b|feb|\d\s?(?:คน|คืน|โมง)|พรุ่งนี้|เชียงใหม่|ม\.ค\./i
const wishes = (said: string): string[] => wishesIn(said, (part) => TELLS.test(part))

describe('what else is wished for', () => {
  it.each([
    [
      'チェンマイに4泊、2月に夫婦で行きたいです。静かなホテルがいいです。象に乗るのは嫌です',
      ['静かなホテルがいいです', '象に乗るのは嫌です'],
    ],
    ['来週の金曜日、接待で4名、静かな和食の個室をお願いできますでしょうか。', ['接待', '静かな和食の個室']],
    [
      '再来週の土曜、ナガリッジで4名、8時頃お願いします。キャディーは英語が話せる方で',
      ['キャディーは英語が話せる方で'],
    ],
    ['7時台でお願いします。カート2台で', ['カート2台で']],
    ['2人です。ヴィラがいいな', ['ヴィラがいいな']],
    [
      '1月15日からバリに5泊、2人で新婚旅行です。プライベートプール付きのヴィラ希望です',
      ['新婚旅行', 'プライベートプール付きのヴィラ希望です'],
    ],
    [
      '明日19時、2名です。サプライズなので本人には連絡しないでください',
      ['サプライズなので本人には連絡しないでください'],
    ],
    [
      'Honeymoon in Bali mid Jan, 5 nights, 2 of us. would love a private pool villa and a cooking class',
      ['Honeymoon', 'would love a private pool villa and a cooking class'],
    ],
    ['also no early mornings lol', ['no early mornings']],
    ['dinner for 4 of us, somewhere quiet with a river view', ['somewhere quiet with a river view']],
    ['2 of us in Bali, also so we love hiking', ['we love hiking']],
    [
      'Evening nigiri 3 dec, 2 seats then. Its a surprise so pls dont message him',
      ['Its a surprise so pls dont message him'],
    ],
    ['Quiet hotel in Chiang Mai, 4 nights, Feb, two of us', ['Quiet hotel']],
    ['4 nights in Bali. We hate crowds, nothing too touristy please', ['We hate crowds', 'nothing too touristy']],
    ['ขอจองพรุ่งนี้ 7 โมง 4 คน ขอแคดดี้ที่พูดอังกฤษได้ค่ะ', ['ขอแคดดี้ที่พูดอังกฤษได้']],
    ['เชียงใหม่ 3 คืน 2 คนค่ะ อยากได้โรงแรมเงียบๆ ไม่เอาขี่ช้าง', ['อยากได้โรงแรมเงียบๆ', 'ไม่เอาขี่ช้าง']],
    ['จองพรุ่งนี้ 2 คน วันเกิดแฟนค่ะ เป็นเซอร์ไพรส์ อย่าทักหาแฟนนะคะ', ['วันเกิดแฟน', 'เป็นเซอร์ไพรส์', 'อย่าทักหาแฟน']],
  ])('%s', (said, told) => expect(wishes(said)).toEqual(told))

  it.each([
    'สวัสดีค่ะ อยากจองคลาสพรุ่งนี้ 2 คนค่ะ',
    'ขอสอบถามราคาทัวร์เชียงใหม่ 4 คนค่ะ',
    'ขอจองโต๊ะพรุ่งนี้ 4 คนครับ ขอบคุณครับ',
    'สนใจไปเชียงใหม่ 3 คืนค่ะ',
    'Hello! I would like to book a table for 4 of us',
    "Hi, we'd like to come in Jan, 2 of us please",
    'Can we get a quote for Bali in Jan?',
    'yes please, send it',
    'no, 5 nights',
    'no thanks',
    'no budget yet',
    'Hi there, hope you are well. 4 nights in Bali, 2 of us',
    'お世話になっております。来週の金曜日、4名で予約をお願いいたします',
    'はじめまして。2月にチェンマイに行きたいです',
    '明日7時に2名でお願いします。よろしくお願いいたします',
    'はい、送信してください',
    '予算は特にありません',
    'バリに5泊したいです。見積もりをお願いします',
    'ปวดหัวมากค่ะ รถยังไม่มา',
  ])('nothing in: %s', (said) => expect(wishes(said)).toEqual([]))
})

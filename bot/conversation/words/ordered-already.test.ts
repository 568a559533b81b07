import { describe, expect, it } from 'vitest'
import { waitsForOrdered } from './ordered-already.ts'

describe('who has ordered already and waits for it', () => {
  it.each([
    'วิวติ๊กต่อก5หมื่นที่สั่งเช้านี้ ไปถึงไหนแล้วครับ',
    'ฟอลที่สั่งไปเมื่อวานเริ่มหรือยังคะ',
    'สั่งไปตั้งแต่เมื่อวานยังไม่เดินเลย',
    'YouTubeの登録者100人を頼んだのですが、2日たっても0のままです',
    'I ordered 500 followers yesterday and nothing has happened',
    'where’s my order of 2,000 likes',
    'we booked 4 seats last week and still have no confirmation',
  ])('%s', (said) => expect(waitsForOrdered(said)).toBe(true))

  it.each([
    'สั่งฟอลไอจี 1000 คนค่ะ',
    'ขอสั่งวิวติ๊กต่อก 5 หมื่น',
    'อยากจองทัวร์เชียงใหม่ ยังไม่รู้วันเลย',
    'YouTubeの登録者100人を頼みたいです',
    'I want to order 500 followers',
    'do you still have room for two?',
    'เพิ่งสั่งเมื่อวันพุธนี้เองน้า',
  ])('not: %s', (said) => expect(waitsForOrdered(said)).toBe(false))
})

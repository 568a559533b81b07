import { describe, expect, it, test } from 'vitest'
import { answeredIn } from '../understanding.ts'
import { languageOf, writtenIn } from './language.ts'

describe('the language a message asks to be answered in', () => {
  it.each([
    ['เติมเงินไม่เข้าค่ะ', 'th'],
    ['ขอ confirm booking ค่ะ', 'th'],
    ['The driver is not here', 'en'],
    ['ok', 'en'],
    ['Hi, booking at สยาม please, for the two of us', 'en'],
    ['予約をお願いします', 'ja'],
    ['返金', 'zh'],
    ['予約確認', 'ja'],
    ['你好，我想预订两间房', 'zh'],
    ['司機還沒來，我們在機場等了一個小時', 'zh'],
    ['我的booking还没有confirm', 'zh'],
    ['안녕하세요 문의드립니다', 'other'],
    ['Доброе утро', 'other'],
    ['xin chào, tôi muốn đặt phòng', 'other'],
    ['Je voudrais réserver une table pour quatre personnes', 'other'],
    ["Bonjour, je n'ai pas reçu mon remboursement", 'other'],
    ['Le chauffeur n’est pas venu', 'other'],
    ['Quiero reservar una excursión', 'other'],
    ['mi conductor no ha llegado', 'other'],
    ['Guten Tag, ich möchte eine Tour buchen', 'other'],
    ['wo ist mein Fahrer', 'other'],
    ['der fahrer ist nicht gekommen', 'other'],
    ['vorrei prenotare un tavolo', 'other'],
    ['saya belum terima uang', 'other'],
    ['Bonjour', 'other'],
    ['Hola, I want to book a table', 'en'],
    ['thank you, merci', 'en'],
    ['Where is the café', 'en'],
    ['Chez Papa for 4', 'en'],
    ['La Maison de Paris', 'en'],
    ['Casa de la Playa, near MIT', 'en'],
    ['crème brûlée à la carte', 'en'],
    ['Una Smith', 'en'],
    ['Khun Por', 'en'],
    ['', 'other'],
    ['🙏🙏🙏', 'other'],
    ['12345', 'other'],
    ['ｔｏｐ－ｕｐ　ｍｉｓｓｉｎｇ', 'en'],
    ['𝓽𝓸𝓹-𝓾𝓹 𝓶𝓲𝓼𝓼𝓲𝓷𝓰', 'en'],
    ['ﾖﾔｸ ｵﾈｶﾞｲｼﾏｽ', 'ja'],
  ])('%s: %s', (text, language) => expect(languageOf(text)).toBe(language))
})

describe('how it is written', () => {
  it.each([
    ['driver ไม่มา pickup เลยครับ', 'mixed'],
    ['ขอ refund ค่ะ', 'mixed'],
    ['โอนผ่าน QR แล้วค่ะ', 'th'],
    ['เลขที่ PB-26110042 ครับ', 'th'],
    ['ดูที่ https://example.example/help ค่ะ', 'th'],
    ['ยูส tukta_shop99 ครับ', 'th'],
    ['where is my refund', 'en'],
    ['请帮我取消', 'zh'],
    ['キャンセルしたい', 'ja'],
  ])('%s: %s', (text, written) => expect(writtenIn(text)).toBe(written))
})

test('Chinese is answered in English, what nobody here reads in the language of the desk', () => {
  expect((['th', 'en', 'ja', 'zh', 'other'] as const).map(answeredIn)).toEqual(['th', 'en', 'ja', 'en', undefined])
})

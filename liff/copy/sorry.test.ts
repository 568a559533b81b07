import { expect, it } from 'vitest'
import { ownProblem, readProblem } from '../client/problem.ts'
import { en } from './en.ts'
import { ja } from './ja.ts'
import { sorryInWords } from './sorry.ts'
import { th } from './th.ts'

const bug = readProblem(500, {})

it.each([
  [en, 'Something went wrong on our side. Please try again in a moment. If it stays, tell us in the chat.'],
  [th, 'ขออภัยค่ะ ระบบขัดข้อง รบกวนลองใหม่อีกสักครู่นะคะ หากยังไม่ได้ แจ้งเราในแชตได้เลยค่ะ'],
  [
    ja,
    '申し訳ございません。エラーが発生しました。しばらくしてからもう一度お試しください。直らない場合は、チャットでお知らせください。',
  ],
])('joins its sentences as $language does', (t, words) => {
  expect(sorryInWords(bug, t)).toBe(words)
})

it('leaves no mark of another language behind', () => {
  expect(sorryInWords(ownProblem('offline'), ja)).toBe(
    '接続できません。通信状況をご確認のうえ、もう一度お試しください。入力内容は残っています。',
  )
})

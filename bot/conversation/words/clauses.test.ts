import { expect, test } from 'vitest'
import { clausesOf } from './clauses.ts'

test.each([
  ['hiya, do you still have space in december? 2 of us', ['hiya', 'do you still have space in december?', '2 of us']],
  ['Two of us, is lunch included?', ['Two of us', 'is lunch included?']],
  ['Chiang Rai sounds nice. When does it leave?', ['Chiang Rai sounds nice', 'When does it leave?']],
  ['ไป 2 คนค่ะ กับแฟน แฟนไม่กินหมู เป็นไรมั้ยคะ', ['ไป 2 คนค่ะ', 'กับแฟน แฟนไม่กินหมู เป็นไรมั้ยคะ']],
  ['娘と参加したいのですが、日本語で大丈夫ですか？', ['娘と参加したいのですが', '日本語で大丈夫ですか？']],
  ['4.5 stars or better', ['4.5 stars or better']],
  ['ok', ['ok']],
  ['🙏', []],
  ['', []],
])('%s', (said, clauses) => expect(clausesOf(said)).toEqual(clauses))

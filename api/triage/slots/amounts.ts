import type { CaseConcern } from '../../cases/schema.ts'
import type { SlotValue } from '../understanding.ts'
import type { MoneyReading } from './money.ts'

/** Said by somebody whose trouble is money, whatever its label. */
const MONEY_WORDS =
  /โอน|เติมเงิน|(?<!ยอด)เติม(?!ยอด)|จ่าย|ชำระ|สลิป|หักเงิน|โดนหัก|ตัดบัตร|รูดบัตร|บิล|ใบเสร็จ|ราคา|ทิป|ค่าธรรมเนียม|คืนเงิน|เก็บเงิน|ชาร์จ|paid|top.?up|transfer|refund|charged?|invoice|bill|receipt|deposit|fee\b|振込|入金|返金|請求|付款|转账|充值|退款/
/** A value somebody corrects, or that came out wrong: "from 500", "พิมพ์เกินเป็น", "instead of". */
const UNWANTED = /(?:จาก|from|พิมพ์(?:เกิน|ผิด)(?:เป็น|ไป)?|instead of|rather than|ไม่ใช่|ไม่เอา|แทนที่จะเป็น|typed|not)\s*$/
const LEAST_BARE = 100
const LEAST_NEAR = 10
const LEAST_QUANTITY = 20

const moneyValue = ({ text, value, currency, per }: MoneyReading): SlotValue => ({
  text,
  value,
  ...(currency && { currency }),
  ...(per && { per }),
})

const quantity = ({ text, value }: MoneyReading): SlotValue => ({ text, value, unit: 'qty' })

/** What a booking may cost, and how many units an order is for where it counts units. */
export const ofBooking = (
  money: readonly MoneyReading[],
  counts: boolean,
  low: string,
): { budget: SlotValue[]; amount: SlotValue[] } => {
  const budgets = money.filter((it) => it.role === 'budget' || it.currency !== undefined)
  const units = money.filter((it) => it.role === 'quantity' && it.value >= LEAST_QUANTITY)
  const others = money.filter(
    (it) =>
      !budgets.includes(it) &&
      it.value >= LEAST_QUANTITY &&
      !LAUGHS.test(it.text) &&
      !UNIT_PRICE.test(low.slice(Math.max(0, it.index - 12), it.index)),
  )
  return {
    budget: budgets.slice(0, 1).map(moneyValue),
    amount: counts ? (units.length > 0 ? units : wantedOf(others, low).slice(0, 1)).map(quantity) : [],
  }
}

/** ตัวที่พันละร้อยแปดสิบ: which of them is meant is told by its price. */
const UNIT_PRICE = /(?:พัน|ร้อย|หมื่น|ชิ้น|อัน)\s?ละ\s*$/
/** งานเข้า 55: nobody orders so many of a thing. */
const LAUGHS = /^[5๕]{2,}$/

/** 'ไม่เอา 3,000 แล้ว ขอแค่ 2,500' */
function wantedOf(counted: readonly MoneyReading[], low: string): readonly MoneyReading[] {
  const wanted = counted.filter(
    ({ index, text }) =>
      !UNWANTED.test(low.slice(Math.max(0, index - 24), index)) && !TOO_MANY.test(low.slice(index + text.length)),
  )
  return wanted.length > 0 ? wanted : counted
}
/** 'Wait, 3k is too much, do 2k' */
const TOO_MANY =
  /^\s*(?:is |are |was |'s )?(?:a bit |way |far )?too (?:much|many)|^\s*(?:มัน)?(?:เยอะ|มาก)(?:ไป|เกิน)|^[^\d]{0,4}(?:は|だと)?(?:多すぎ|多い)/

/** Money in a complaint: what was paid, charged or is missing. Counts of followers, rooms or minutes are none. */
export const ofCase = (money: readonly MoneyReading[], low: string, concerns: readonly CaseConcern[]): SlotValue[] => {
  if (concerns.includes('quantity')) {
    const counted = money.filter((it) => !it.currency && it.value >= LEAST_QUANTITY)
    const wanted = counted.filter((it) => !UNWANTED.test(low.slice(Math.max(0, it.index - 24), it.index)))
    return wanted.slice(0, 1).map(quantity)
  }
  const aboutMoney = concerns.includes('money') || MONEY_WORDS.test(low)
  return money
    .filter((it) => {
      if (it.currency) return true
      if (it.role === 'quantity') return false
      if (it.role === 'money' || it.role === 'budget') return it.value >= LEAST_NEAR
      if (!aboutMoney) return false
      return it.role === 'near' ? it.value >= LEAST_NEAR : it.value >= LEAST_BARE
    })
    .map(moneyValue)
}

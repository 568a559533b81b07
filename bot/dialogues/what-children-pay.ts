import type { Language } from '../../api/tenants/schema.ts'

const CHILDREN =
  '(?:kids?|child(?:ren)?|toddlers?|infants?|bab(?:y|ies)|little ones?|เด็ก|ลูก|หลาน|子ども|子供|お子|小児|幼児|小孩|孩子|儿童|兒童)'
const LESS =
  '(?:discounts?|(?:pay|cost|charged?) less|cheaper|half[ -]price|reduced|(?:for )?free|lower price|ลด|ส่วนลด|ครึ่งราคา|ฟรี|ถูกกว่า|ราคาเด็ก|割引|半額|無料|安く|优惠|打折|半价|免费)'
const ASKS = new RegExp(`${CHILDREN}[^.!\\n]{0,32}${LESS}|${LESS}[^.!\\n]{0,24}${CHILDREN}`, 'i')

/** 'Do the kids get a discount?', เด็กลดราคาไหม: what children pay is written down somewhere, and nobody bargains over it. */
export const asksWhatChildrenPay = (said: string): boolean => said.length <= LONGEST && ASKS.test(said)
const LONGEST = 100

/** The same, as plainly as it can be asked. */
export const whatChildrenPay: Record<Language, string> = {
  th: 'เด็กจ่ายเท่าไหร่',
  en: 'How much do children pay?',
  ja: '子供料金はいくらですか',
}

const SPEAKS_OF_THEM = new RegExp(CHILDREN, 'i')
export const tellsWhatChildrenPay = (answer: string): boolean =>
  SPEAKS_OF_THEM.test(answer) && /\d|free|ฟรี|無料|ไม่คิด|no charge/i.test(answer)

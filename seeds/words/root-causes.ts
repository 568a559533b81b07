import type { Language } from '../../api/tenants/schema.ts'

/** Short enough to be tapped: a quick reply of LINE has 20 characters. */
type Cause = { key: string; names: Record<Language, string> }

const cause = (key: string, en: string, th: string, ja: string): Cause => ({ key, names: { en, th, ja } })

const user = cause('user_error', 'Customer mistake', 'ลูกค้าทำรายการผิด', 'お客様側の誤り')
const process = cause('process_error', 'Our process', 'ขั้นตอนของเรา', '社内手順の不備')
const system = cause('system_bug', 'System fault', 'ระบบขัดข้อง', 'システムの不具合')
const payment = cause('payment_gateway', 'Payment gateway', 'ระบบรับชำระเงิน', '決済サービスの問題')
const provider = cause('provider_issue', 'Provider', 'ผู้ให้บริการปลายทาง', '提供会社の問題')
const wish = cause('customer_request', 'Change of plans', 'ลูกค้าเปลี่ยนแผน', 'お客様のご都合')
const nature = cause('beyond_control', 'Beyond our control', 'เหตุสุดวิสัย', '天候・不可抗力')

export const rootCauses: Record<string, Cause[]> = {
  meelike: [provider, payment, system, user, process],
  prime: [
    cause('provider_issue', 'Venue or driver', 'สนาม ร้าน หรือคนขับ', '施設・送迎会社の問題'),
    cause('desk_error', 'Our desk', 'ทีมคอนเซียร์จของเรา', '当デスクの誤り'),
    cause('plan_data', 'Plan or member data', 'ข้อมูลแพลน/สมาชิก', 'プラン・会員情報の誤り'),
    system,
    wish,
    nature,
  ],
  vschool: [
    cause('class_operations', 'Class operations', 'การจัดคลาส', '授業運営の問題'),
    cause('ingredient_supplier', 'Goods supplier', 'ผู้ส่งวัตถุดิบ/ของ', '食材・商品の仕入先'),
    cause('courier', 'Courier', 'บริษัทขนส่ง', '配送会社の問題'),
    payment,
    system,
    process,
    wish,
  ],
  asiatravelplan: [
    cause('provider_issue', 'Travel supplier', 'โรงแรม ไกด์ หรือรถ', '現地手配会社の問題'),
    cause('airline', 'Airline', 'สายการบิน', '航空会社の問題'),
    cause('document_error', 'Our documents', 'เอกสารของเรา', '当社の書類の誤り'),
    payment,
    process,
    wish,
    nature,
  ],
  chapter2: [
    cause('provider_issue', 'Travel supplier', 'โรงแรม ไกด์ หรือรถ', '現地手配会社の問題'),
    cause('airline', 'Airline', 'สายการบิน', '航空会社の問題'),
    cause('document_error', 'Our documents', 'เอกสารของเรา', '当社の書類の誤り'),
    payment,
    process,
    wish,
    nature,
  ],
}

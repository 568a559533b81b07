import { describe, expect, test } from 'vitest'
import { readOrderIds, readReferences } from './references.ts'

describe('numbers of bookings, cases and orders', () => {
  test.each([
    ['เคสml-c-5521ถึงไหน', 'ML-C-5521'],
    ['ml c 5521', 'ML-C-5521'],
    ['MLC5521', 'ML-C-5521'],
    ['pb 26110042', 'PB-26110042'],
    ['pb26110042', 'PB-26110042'],
    ['PB–26110042', 'PB-26110042'],
    ['PB #26110042', 'PB-26110042'],
    ['pb-๒๖๑๑๐๐๔๒', 'PB-26110042'],
    ['ＰＢ－２６１１００４２', 'PB-26110042'],
    ['ATP-4821', 'ATP-4821'],
    ['atp4821', 'ATP-4821'],
    ['C2-3310', 'C2-3310'],
    ['c2 3310', 'C2-3310'],
    ['cs3310', 'CS-3310'],
    ['TP-100234', 'TP-100234'],
    ['TRX-20261119-W14', 'TRX-20261119-W14'],
    ['trx 20261119 w14', 'TRX-20261119-W14'],
    ['MEM-2026-0141', 'MEM-2026-0141'],
  ])('%s is %s', (text, value) => expect(readReferences(text).map((it) => it.value)).toEqual([value]))

  test.each(['c2 3 คน', 'atp', 'pbs 123456', 'cs go 12', 'ถึง tp', 'http 502'])('%s is none', (text) =>
    expect(readReferences(text)).toEqual([]),
  )

  test.each([
    ['#1290722 not started', '1290722'],
    ['ออเดอร์ 1289934 ค้าง', '1289934'],
    ['ออเดอร์1289934ค้าง', '1289934'],
    ['ออเดอร์ 1274850 ไลค์มาแค่ครึ่งเดียวแล้วก็หยุด', '1274850'],
    ['order 1274850 likes stopped half way', '1274850'],
    ['1287915 ไลก์เพจร้อยนึง ขึ้นยกเลิกตั้งแต่เมื่อวาน', '1287915'],
    ['order no. 55102', '55102'],
    ['#1000000', '1000000'],
    ['#884213 สองรอบ', '884213'],
    ['๑๒๘๙๙๓๔', '1289934'],
    ['订单号1290801', '1290801'],
    ['ORD-20261112-028', 'ORD-20261112-028'],
    ['ord 20261112-028', 'ORD-20261112-028'],
  ])('%s is order %s', (text, value) => expect(readOrderIds(text).map((it) => it.value)).toEqual([value]))

  test.each([
    '1000000 views',
    'วิว 2000000',
    '1250500 บาท',
    '1250500 views',
    '1500000 บาท',
    'order 10000 views',
    '089-000-4417',
    '1,290,722',
    '12907221',
  ])('%s is no order', (text) => expect(readOrderIds(text)).toEqual([]))
})

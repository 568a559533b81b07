const ANOTHER =
  /\b(?:another|one more|a second|a separate|an extra) (?:one|booking|request|reservation|trip|tour|order|class|session|table|round|of (?:those|these|the same))\b(?! (?:question|thing|day|date|time))|\b(?:the )?same (?:again|one|tour|trip|class|thing|booking) (?:again )?for (?:my|our|a|two|three|four|five|\d)|(?:จอง|ขอ|เอา|เพิ่ม|มี)?อีก(?:หนึ่ง|สัก)?(?:ชุด|บุ๊กกิ้ง|การจอง|รายการ|ทริป|ทัวร์|คลาส|กรุ๊ป|กลุ่ม|ออเดอร์)(?:นึง|หนึ่ง)?|(?:แบบ|ทริป|ทัวร์|คลาส)เดิมอีก|(?:もう(?:一|ひと|1)(?:件|組|つ)|同じ(?:もの|ツアー|クラス|コース)を?(?:もう|別に)|別に(?:もう)?(?:一|1)(?:件|組))|再(?:订|訂|預|预|来|來)一(?:个|個|份|团|團)/i
const NOT_ANOTHER =
  /\b(?:instead|change|cancel|move|rather)\b|เปลี่ยน|แทน|ยกเลิก|เลื่อน|変更|キャンセル|改|取消|\b(?:is|are) there (?:another|a second)\b|\b(?:have|show) (?:you )?(?:got )?(?:me )?another\b/i

/** One more request of the same kind, beside the one that was sent: not another instead of it. */
export const asksAnother = (said: string): boolean => ANOTHER.test(said) && !NOT_ANOTHER.test(said)

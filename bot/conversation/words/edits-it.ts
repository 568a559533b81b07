const COURTESY = '(?:\\s|[.,!。、！]|ค่ะ|คะ|ครับ|คับ|นะ|จ้า|จ้ะ|หน่อย|ด้วย|ที|please|pls|thanks)*'
const EDITS = new RegExp(
  `^(?:(?:no(?=[,.])|ok(?:ay)?|yes|wait|sorry|โอเค|ไม่ค่ะ|ไม่ครับ|はい|いいえ|すみません|あの)[\\s,.、。]*)*(?:${[
    "(?:(?:i|we)(?:'d| would)? (?:want|like|need) to |let me |(?:can|could|may) i |please )?(?:change|edit|correct|fix|amend)(?: (?:something|it|this|that|the details|a detail|the request|one thing|some things?))?",
    '(?:ขอ|อยาก|ต้องการ|จะ)*(?:แก้ไข|แก้|ปรับ)(?:ข้อมูล|รายละเอียด|รายการ|บางอย่าง|อะไร)*(?:หน่อย|นิด(?:นึง|หน่อย)?)?',
    '(?:内容|一部|ここ|項目)?(?:を|の)?(?:変更|修正|訂正)(?:が?あり(?:ます)?|が必要(?:です)?|する|します|したい(?:です|の(?:ですが)?|んですが)?|して(?:ください|下さい|もらえますか|いただけますか)?|(?:を|で)?(?:お願い|希望)(?:(?:いた)?します|です)?|で(?:お願いします)?)?',
    '(?:内容)?を?(?:変え|直し)(?:ます|たい(?:です)?|て(?:ください|下さい))',
  ].join('|')})${COURTESY}$`,
  'i',
)

/** 'Change something', แก้ไขค่ะ, 変更してください, and not what: as the button under a finished request says it, which stands on no screen of LINE for PC. */
export const editsIt = (said: string): boolean => EDITS.test(said.trim().replaceAll('’', "'"))

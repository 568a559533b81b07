/** First sentences for each business of the demo, as its customers would say them; tapping one says it. */
const tries: Record<string, string[]> = {
  meelike: ['เติมเงินไม่เข้าค่ะ โอนไป 500 ตั้งแต่เช้าแล้ว ยูส tukta_shop', 'ออเดอร์ฟอลค้างตั้งแต่เมื่อวาน ยังไม่ขึ้นเลยค่ะ'],
  asiatravelplan: [
    "Hi, we're 4 people, thinking of Chiang Mai second week of December, 3 nights",
    'Can I talk to a person, please?',
  ],
  prime: ['ขอจองออกรอบวันเสาร์หน้า 4 คนครับ', '来週の土曜日に4名でゴルフの予約をお願いします。'],
  vschool: ['อยากจองคอร์สซูชิค่ะ 1 ที่นั่ง', '寿司のコースを1名で予約したいです。'],
  chapter2: ['จะพาคุณพ่อไปเที่ยวฮอกไกโดช่วงปลายปี 7 ท่านค่ะ', 'My parents would like a slow trip to Japan in spring.'],
}

export const triesOf = (tenantKey: string): string[] => tries[tenantKey] ?? []

import type { ConnectCopy, FindingWords } from './en.ts'

const says = (message: string, todo?: string): FindingWords => ({
  message: () => message,
  ...(todo && { todo: () => todo }),
})

export const th: ConnectCopy = {
  test: (channel) => `ข้อความทดสอบจากระบบค่ะ ช่องทาง “${channel}” ใช้งานได้ ไม่ต้องทำอะไรเพิ่มค่ะ`,
  tokenRefused: (channel) =>
    `🔴 ช่องทาง “${channel}” ใช้งานไม่ได้แล้วค่ะ access token ถูกปฏิเสธ ลูกค้าช่องทางนั้นจะไม่ได้รับคำตอบ รบกวนแอดมินใส่ token ใหม่ด้วยนะคะ`,
  menuBar: 'เมนู',
  findings: {
    channel_off: says('ช่องทางนี้ปิดอยู่ค่ะ', 'เปิดใช้งานก่อน แล้วตรวจอีกครั้งนะคะ'),
    credentials_missing: says('ช่องทางนี้ยังไม่ได้ใส่ secret และ token ค่ะ', 'วาง secret และ token ได้เลยค่ะ'),
    credentials_unreadable: says(
      'อ่าน secret และ token ที่เก็บไว้ไม่ได้ค่ะ เพราะเข้ารหัสด้วยกุญแจที่ระบบนี้ไม่มี',
      'วาง secret และ token ใหม่อีกครั้งนะคะ',
    ),
    platform_unreachable: {
      message: ({ why }) => `ติดต่อแพลตฟอร์มไม่ได้ค่ะ (${why})`,
      todo: () => 'ตรวจอินเทอร์เน็ตของเซิร์ฟเวอร์ แล้วตรวจอีกครั้งนะคะ',
    },
    platform_trouble: {
      message: ({ why }) => `แพลตฟอร์มตอบกลับว่ามีข้อผิดพลาดค่ะ: ${why}`,
      todo: () => 'รอสักครู่แล้วตรวจอีกครั้งนะคะ',
    },
    platform_garbled: {
      message: ({ platform }) => `คำตอบที่ได้กลับมาไม่ใช่คำตอบของ ${platform} ค่ะ`,
      todo: ({ platform }) =>
        `รอสักครู่แล้วตรวจอีกครั้งนะคะ ถ้ายังเป็นอยู่ แสดงว่ามีตัวกลางอย่างพร็อกซีหรือไฟร์วอลล์ตอบแทน ${platform} ให้ตรวจการเชื่อมต่อของเซิร์ฟเวอร์ค่ะ`,
    },
    token_works: { message: ({ bot, id }) => `access token ใช้ได้ค่ะ บัญชีนี้คือ ${bot} (${id})` },
    token_refused: says(
      'LINE ไม่รับ access token นี้ค่ะ',
      'ใน LINE Developers Console เปิดแท็บ Messaging API กดออก Channel access token (long-lived) ใหม่ แล้วคัดลอกมาวางให้ครบทั้งหมดนะคะ',
    ),
    connected_twice: {
      message: ({ channel }) => (channel ? `บัญชีนี้เชื่อมต่ออยู่แล้วในชื่อ “${channel}” ค่ะ` : 'บัญชีนี้เชื่อมต่ออยู่กับธุรกิจอื่นในระบบนี้แล้วค่ะ'),
      todo: () => 'หนึ่งบัญชีส่งข้อความเข้าได้ช่องทางเดียว รบกวนปิดช่องทางใดช่องทางหนึ่งนะคะ',
    },
    webhook_set: { message: ({ url }) => `ตั้ง Webhook URL ที่ LINE ให้แล้วค่ะ: ${url}` },
    webhook_right: { message: ({ url }) => `Webhook URL ที่ LINE ถูกต้องแล้วค่ะ: ${url}` },
    webhook_elsewhere: {
      message: ({ url }) => `ตอนนี้ LINE ส่งข้อความของบัญชีนี้ไปที่อื่นค่ะ: ${url}`,
      todo: ({ wanted }) => `ถ้าต้องการให้เข้าระบบนี้ ตรวจอีกครั้งโดยเลือก “รับช่วงต่อ” หรือตั้งในคอนโซลเป็น ${wanted}`,
    },
    webhook_not_accepted: {
      message: ({ why }) => `LINE ไม่รับ Webhook URL ของเราค่ะ: ${why}`,
      todo: ({ wanted }) => `ตั้งเองใน LINE Developers Console แท็บ Messaging API ช่อง Webhook URL เป็น ${wanted} นะคะ`,
    },
    webhook_needs_https: {
      message: ({ wanted }) => `LINE ส่งเข้าเฉพาะที่อยู่แบบ https แต่ที่อยู่ของระบบคือ ${wanted} ค่ะ`,
      todo: () => 'ตั้งที่อยู่ https สาธารณะให้ระบบ (PUBLIC_URL) เริ่มระบบใหม่ แล้วตรวจอีกครั้งนะคะ',
    },
    webhook_off: says(
      'ตั้ง Webhook URL ไว้แล้ว แต่ LINE ยังไม่ได้ใช้ค่ะ',
      'ใน LINE Developers Console แท็บ Messaging API เปิด “Use webhook” นะคะ',
    ),
    webhook_reached: says('LINE ติดต่อระบบได้ และลายเซ็นตรงกับ channel secret ค่ะ'),
    webhook_not_reached: {
      message: ({ why }) => `LINE ติดต่อระบบไม่ได้ค่ะ: ${why}`,
      todo: () => 'ลองเปิดที่อยู่ของระบบจากนอกเครือข่าย ตรวจใบรับรอง https แล้วตรวจอีกครั้งนะคะ',
    },
    secret_wrong: says(
      'LINE ติดต่อระบบได้ แต่ใช้ channel secret คนละตัวค่ะ',
      'คัดลอก Channel secret จากแท็บ Basic settings ใน LINE Developers Console มาวางใหม่นะคะ ถ้าเพิ่งเปลี่ยน รอสิบวินาทีแล้วตรวจอีกครั้งค่ะ',
    ),
    redelivery: says(
      'จากตรงนี้อ่านไม่ได้ว่าเปิด Webhook redelivery ไว้หรือยังค่ะ',
      'ใน LINE Developers Console แท็บ Messaging API เปิด “Webhook redelivery” นะคะ ถ้าไม่เปิด ข้อความที่ LINE ส่งไม่สำเร็จจะหายไปเลยค่ะ',
    ),
    groups_allowed: says('บอทอยู่ในกลุ่มแล้ว แปลว่าเข้ากลุ่มได้ค่ะ'),
    groups: says(
      'จากตรงนี้อ่านไม่ได้ว่าบัญชีนี้เข้ากลุ่มได้หรือไม่ค่ะ',
      'ใน LINE Official Account Manager เมนูตั้งค่า → ตั้งค่าบัญชี อนุญาตให้เข้าร่วมแชทกลุ่ม แล้วเชิญบอทเข้ากลุ่มทีมงานนะคะ',
    ),
    auto_replies: says(
      'ข้อความตอบกลับอัตโนมัติของ LINE จะพูดซ้อนกับบอทค่ะ',
      'ใน LINE Official Account Manager เมนูตั้งค่า → ตั้งค่าการตอบกลับ เปิด Webhook และปิดข้อความตอบกลับอัตโนมัติกับข้อความทักทายนะคะ',
    ),
    liff_incomplete: says(
      'มินิแอปต้องมีทั้ง LIFF ID และ Channel ID ของ LINE Login แต่ยังขาดอย่างหนึ่งค่ะ',
      'ใส่ให้ครบทั้งสอง จากช่อง LINE Login ใน provider เดียวกัน หรือเอาออกทั้งคู่นะคะ',
    ),
    account_works: { message: ({ name }) => `Account SID และ Auth Token ใช้ได้ค่ะ บัญชีนี้คือ ${name}` },
    account_refused: says(
      'Twilio ไม่รับ Account SID กับ Auth Token คู่นี้ค่ะ',
      'คัดลอกทั้งสองค่าจากหน้าแรกของ Twilio Console มาวางใหม่นะคะ',
    ),
    account_not_active: {
      message: ({ status }) => `บัญชี Twilio อยู่ในสถานะ ${status} ค่ะ`,
      todo: () => 'จัดการให้เรียบร้อยใน Twilio Console นะคะ',
    },
    sender_online: { message: ({ sender }) => `Twilio รู้จักผู้ส่ง ${sender} และออนไลน์อยู่ค่ะ` },
    sender_not_online: {
      message: ({ sender, status }) => `Twilio รู้จักผู้ส่ง ${sender} แต่อยู่ในสถานะ ${status} ค่ะ`,
      todo: () => 'ลงทะเบียนให้เสร็จใน Twilio Console เมนู Messaging → WhatsApp senders นะคะ',
    },
    sender_unknown: {
      message: ({ sender }) => `บัญชี Twilio นี้ไม่มีผู้ส่ง WhatsApp ${sender} ค่ะ`,
      todo: () => 'เทียบหมายเลขกับ Twilio Console เมนู Messaging → WhatsApp senders นะคะ',
    },
    sender_look: {
      message: ({ sender }) => `Twilio ไม่ได้บอกว่า ${sender} เป็นผู้ส่งของบัญชีนี้หรือไม่ค่ะ`,
      todo: () => 'เทียบหมายเลขกับ Twilio Console เมนู Messaging → WhatsApp senders นะคะ',
    },
    webhook_look: {
      message: () => 'ที่อยู่ที่ Twilio ส่งข้อความเข้า ต้องตั้งในคอนโซลของ Twilio ค่ะ',
      todo: ({ wanted }) => `ที่ผู้ส่ง (หรือ Messaging Service) ใส่ช่องข้อความขาเข้า แบบ POST เป็น ${wanted} นะคะ`,
    },
    webhook_at_twilio: { message: ({ url }) => `Twilio ส่งข้อความขาเข้ามาที่ระบบแล้วค่ะ: ${url}` },
    webhook_differs: {
      message: ({ url }) => `ตอนนี้ Twilio ส่งข้อความขาเข้าไปที่อื่นค่ะ: ${url}`,
      todo: ({ wanted }) => `ถ้าต้องการให้เข้าระบบนี้ ตั้งที่ผู้ส่งใน Twilio Console ช่องข้อความขาเข้า แบบ POST เป็น ${wanted} นะคะ`,
    },
    recipients: { message: ({ count }) => `มีผู้รับข่าวของระบบบนช่องทางนี้ ${count} รายค่ะ` },
    recipients_none: says(
      'ยังไม่มีใครได้รับข่าวของระบบบนช่องทางนี้ค่ะ',
      'เชิญบอทเข้ากลุ่มทีมงานแล้วบอกว่ากลุ่มใช้ทำอะไร หรือเลือกผู้รับข่าวนะคะ',
    ),
    recipients_elsewhere: says(
      'ข่าวของระบบไปถึงทีมงานทางช่องทางอื่น ไม่ใช่ช่องทางนี้ค่ะ',
      'ถ้าต้องการให้ทีมงานได้รับทางนี้ด้วย เชิญบอทเข้ากลุ่มทีมงานหรือเลือกผู้รับข่าวนะคะ',
    ),
    heard: { message: ({ at }) => `ข้อความล่าสุดเข้ามาเมื่อ ${at} ค่ะ` },
    not_heard_yet: says('ยังไม่มีข้อความเข้ามาเลยค่ะ', 'ลองส่งข้อความหาบัญชีนี้จากมือถือของคุณดูนะคะ'),
  },
}

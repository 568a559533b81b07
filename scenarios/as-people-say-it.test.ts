import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { allQuiet, conversationOf } from './all-quiet.ts'
import { talksOn } from './talks.ts'

let desk: Desk
beforeAll(async () => {
  desk = await aDesk()
})
afterAll(() => desk.end())

describe.each(apps)('what people say, as they say it (on %s)', (app) => {
  const { newcomer, says, casesOf } = talksOn(() => desk, app)

  it('a trouble that goes on right after it was called solved is the same case, in whatever words', async () => {
    const { group, staff } = desk.business('meelike', app)
    for (const [name, words] of [
      ['Same', 'ไม่เห็นเข้าเลยพี่ ยังเท่าเดิม'],
      ['Trouble', 'เครดิตไม่เข้าอะ เช็คอีกทีดิ'],
    ] as const) {
      const person = newcomer('meelike', `${name} ${app}`, 'th')
      await says(person, 'เติมเครดิตไปแล้วเงินยังไม่ขึ้นเลยค่า โอน 1,290')
      const [opened] = await casesOf(person)
      const reference = String(opened?.['reference'])
      await group.hears(reference)
      await staff('nan_admin').says(`รับ ${reference}`)
      await staff('nan_admin').says(`แก้ไขแล้ว ${reference}`)
      await group.hears(/เกิดจากอะไร/)
      await staff('nan_admin').taps('ระบบขัดข้อง')
      await person.hears(/แก้ไขเรียบร้อยแล้ว/)
      await says(person, words)
      expect(await casesOf(person)).toMatchObject([{ reference, status: 'investigating', reopened: 1 }])
    }
  })

  it('another sum, right after, is another trouble', async () => {
    const { group, staff } = desk.business('meelike', app)
    const person = newcomer('meelike', `Twice ${app}`, 'th')
    await says(person, 'เติมเครดิตไปแล้วเงินยังไม่ขึ้นเลยค่า โอน 1,290')
    const [opened] = await casesOf(person)
    const reference = String(opened?.['reference'])
    await group.hears(reference)
    await staff('nan_admin').says(`รับ ${reference}`)
    await staff('nan_admin').says(`แก้ไขแล้ว ${reference}`)
    await group.hears(/เกิดจากอะไร/)
    await staff('nan_admin').taps('ระบบขัดข้อง')
    await person.hears(/แก้ไขเรียบร้อยแล้ว/)
    await says(person, 'เติมเงินไม่เข้าค่ะ โอนไป 300 เมื่อกี้')
    expect(await casesOf(person)).toMatchObject([{ status: 'resolved' }, { status: 'new' }])
  })

  it('who asks where it stands reads what it is about, who has it and until when', async () => {
    const person = newcomer('meelike', `Asks ${app}`, 'th')
    await says(person, 'เติมเครดิตไปแล้วเงินยังไม่ขึ้นเลยค่า โอน 1,290')
    await says(person, 'มีใครรับเรื่องหรือยังอะ เงียบจัง')
    const told = JSON.stringify((await person.hears(/รอทีมงานรับเรื่อง/)).raw)
    expect(told).toContain('เติมเงินไม่เข้า')
    expect(told).toMatch(/คาดว่าจะเสร็จภายใน/)
  })

  it('what is told politely, instead of the number that was asked for, joins the case and is not met with silence', async () => {
    const person = newcomer('meelike', `User ${app}`, 'th')
    await says(person, 'ออเดอร์ฟอลค้างตั้งแต่เมื่อวาน ยังไม่ขึ้นเลยค่ะ')
    await person.hears(/เลขออเดอร์/)
    await says(person, 'ยูสเซอร์ tukta_shop จ้า')
    await person.hears(/เพิ่มลงใน ML-C-\d+/)
  })

  it('a tour is chosen by a word of its name, and nobody becomes one person by it', async () => {
    const person = newcomer('asiatravelplan', `North ${app}`, 'en')
    await says(person, 'Can we join one of your published tours to Chiang Mai? 6 of us, 3 nites')
    await person.hears(/None of them is 3 nights/)
    await says(person, 'the northern one pls')
    const [row] = await desk.ask(`select state->'draft'->'answers' as answers from conversations where id = $1`, [
      await conversationOf(desk, person),
    ])
    expect(row?.['answers']).toMatchObject({ item: 'atp_th_03', party_size: 6 })
  })

  it('who asks for a suggestion is not asked where to', async () => {
    const person = newcomer('chapter2', `Open ${app}`, 'en')
    await says(
      person,
      'Hey, my mum (72) and I fancy a trip made just for us, quiet with temples, 20 to 25 January. Any ideas?',
    )
    const [row] = await desk.ask(`select state->'draft'->'answers' as answers from conversations where id = $1`, [
      await conversationOf(desk, person),
    ])
    expect(row?.['answers']).toMatchObject({ destination: 'open to suggestions', party_size: 2 })
  })

  it('a departure is chosen by its day', async () => {
    const person = newcomer('vschool', `Day ${app}`, 'th')
    await says(person, 'ขอจองราเมนทงคตสึวันเดียว 2 ที่ค่ะ')
    await person.hears(/สะดวกรอบไหน/)
    await says(person, 'ขอรอบ 28 ค่ะ')
    expect(JSON.stringify((await person.hears(/ส่งเลยไหม/)).raw)).toMatch(/28 พ\.ย\./)
  })

  it('a budget for each is read back and kept as that, and the kind of request is named', async () => {
    const person = newcomer('chapter2', `Budget ${app}`, 'th')
    await says(person, 'อยากจัดทริปส่วนตัวไปญี่ปุ่นค่ะ 4 คน 5 คืน ปลายมีนาต้นเมษา งบคนละห้าหมื่น')
    await says(person, 'จัดทริปส่วนตัว')
    const card = JSON.stringify((await person.hears(/ส่งเลยไหม/)).raw)
    expect(card).toMatch(/50,000 ต่อท่าน/)
    expect(card).toMatch(/รายการ/)
    expect(card).toMatch(/21 มี\.ค\. – .*10 เม\.ย\./)
  })

  it('who wants more seats than a departure has left hears how many there are, not that there is none', async () => {
    const [slot] = await desk.ask(
      `select s.starts_at, s.capacity - s.held - s.booked as left from slots s join catalogue_items i on i.id = s.item_id
       where i.key = 'atp_la_01' and s.starts_at > desk_now() order by s.starts_at limit 1`,
    )
    const left = Number(slot?.['left'])
    const day = new Date(String(slot?.['starts_at'])).toLocaleDateString('en-GB', {
      timeZone: 'Asia/Bangkok',
      day: 'numeric',
      month: 'long',
    })
    const person = newcomer('asiatravelplan', `Many ${app}`, 'en')
    await says(person, `Slow Mekong on ${day} for ${left + 1} people please`)
    await person.hears(`only ${left} seats left`)
  })

  it('who did not mean the case, or needs it no more, is asked what becomes of it, and nothing is filed', async () => {
    const { group, staff } = desk.business('meelike', app)
    for (const [name, language, trouble, noMore, asked, tap, done] of [
      [
        'NoMore',
        'th',
        'ออเดอร์ฟอลค้างตั้งแต่เมื่อวาน ยังไม่ขึ้นเลยค่ะ',
        'ไม่เป็นไรแล้วค่ะ',
        /ถอนเรื่อง ML-C-\d+ เลยไหม/,
        'ถอนเรื่องนี้',
        /แจ้งทีมงานให้แล้ว/,
      ],
      [
        'Mind',
        'en',
        'My follower order has been stuck since yesterday, nothing has started',
        'never mind',
        /Shall I withdraw ML-C-\d+/,
        'Withdraw it',
        /I’ve withdrawn/,
      ],
      [
        'Ii',
        'ja',
        'フォロワーの注文が昨日から止まったまま進みません',
        'やっぱりいいです',
        /取り下げてよろしい/,
        '取り下げる',
        /取り下げ、担当/,
      ],
      [
        'NotThat',
        'en',
        'My follower order has been stuck since yesterday, nothing has started',
        'that’s not what I meant',
        /Sorry if I misunderstood/,
        'Something else',
        /What is it about, then/,
      ],
    ] as const) {
      const person = newcomer('meelike', `${name} ${app}`, language)
      await says(person, trouble)
      const [opened] = await casesOf(person)
      expect(opened, name).toMatchObject({ status: 'new' })
      await says(person, noMore)
      await person.hears(asked)
      expect(await casesOf(person), name).toMatchObject([{ status: 'new' }])
      await person.taps(tap)
      await allQuiet(desk)
      await person.hears(done)
      expect(await casesOf(person), name).toMatchObject([{ status: 'closed' }])
      await group.hears(new RegExp(`${String(opened?.['reference'])}.*ไม่ต้องดูแลแล้ว`))
    }

    // a critical one is for staff to close, even before somebody has it
    const worried = newcomer('meelike', `Worried ${app}`, 'ja')
    await says(worried, '1,290バーツをチャージしましたが残高に反映されません')
    await says(worried, 'もう大丈夫です')
    await worried.taps('取り下げる')
    await worried.hears(/担当チームがお預かり/)
    expect(await casesOf(worried)).toMatchObject([{ status: 'new' }])

    const person = newcomer('meelike', `Taken ${app}`, 'en')
    await says(person, 'I topped up 1,290 baht but the credit never arrived')
    const [opened] = await casesOf(person)
    const reference = String(opened?.['reference'])
    await group.hears(reference)
    await staff('nan_admin').says(`รับ ${reference}`)
    await allQuiet(desk)
    await says(person, 'forget it')
    await person.hears(/Shall I withdraw/)
    await says(person, 'yes')
    await person.hears(/I’ve told the team what you said/)
    expect(await casesOf(person)).toMatchObject([{ status: 'investigating' }])
    await group.hears(new RegExp(`${reference}.*ไม่ต้องดูแลแล้ว`))
  })

  const newsOf = async (reference: string, event: string) =>
    (
      await desk.ask(
        `select o.id from outbox o join cases c on c.id = o.case_id where c.reference = $1 and o.event = $2`,
        [reference, event],
      )
    ).length

  it('what was withdrawn is opened again by a tap or by words, with the time it still had', async () => {
    const { group } = desk.business('meelike', app)
    const due = async (reference: string) => {
      const [row] = await desk.ask(
        `select status, root_cause, owner_id, extract(epoch from sla_due_at - desk_now())::int as left from cases where reference = $1`,
        [reference],
      )
      return row
    }
    for (const [name, language, trouble, notThat, other, again, back] of [
      [
        'Undo',
        'th',
        'ออเดอร์ฟอลค้างตั้งแต่เมื่อวาน ยังไม่ขึ้นเลยค่ะ',
        'ไม่ใช่แบบนั้นค่ะ',
        'เป็นเรื่องอื่น',
        undefined,
        /เปิด ML-C-\d+ ต่อและแจ้งทีมงาน/,
      ],
      [
        'Words',
        'en',
        'My follower order has been stuck since yesterday, nothing has started',
        'that’s not what I meant',
        'Something else',
        'no wait, keep it open please',
        /ML-C-\d+ is open again/,
      ],
      [
        'Modoshi',
        'ja',
        'フォロワーの注文が昨日から止まったまま進みません',
        '違います',
        '別の件です',
        'やっぱり取り下げないでください',
        /取り下げをやめ/,
      ],
    ] as const) {
      const person = newcomer('meelike', `${name} ${app}`, language)
      await says(person, trouble)
      const reference = String((await casesOf(person))[0]?.['reference'])
      const before = await due(reference)
      await says(person, notThat)
      await person.taps(other)
      await allQuiet(desk)
      expect(await due(reference), name).toMatchObject({ status: 'closed', root_cause: 'withdrawn' })
      await desk.later(10 * 60_000)
      if (again) await says(person, again)
      else await person.taps('เปิดเรื่องเดิมต่อ')
      await person.hears(back)
      await allQuiet(desk)
      const after = await due(reference)
      expect(after, name).toMatchObject({ status: 'new', root_cause: null, owner_id: null })
      expect(Math.abs(Number(after?.['left']) - Number(before?.['left'])), name).toBeLessThan(60)
      await group.hears(new RegExp(`${reference}.*(?:ขอให้ดูแลเรื่องนี้ต่อ|ดูแล)`))
      expect([await newsOf(reference, 'case.withdrawn'), await newsOf(reference, 'case.kept')], name).toEqual([1, 1])
    }
  })

  it('who asked to close what staff have and thinks better of it is heard both times', async () => {
    const { group, staff } = desk.business('meelike', app)
    const person = newcomer('meelike', `Wavering ${app}`, 'en')
    await says(person, 'I topped up 1,290 baht but the credit never arrived')
    const reference = String((await casesOf(person))[0]?.['reference'])
    await staff('nan_admin').says(`รับ ${reference}`)
    await allQuiet(desk)
    await says(person, 'forget it')
    await person.hears(/Shall I withdraw/)
    await person.taps('Withdraw it')
    await person.hears(/I’ve told the team what you said/)
    expect(await newsOf(reference, 'case.withdrawn')).toBe(1)
    await person.taps('Keep it open')
    await person.hears(/stays open, and the team knows/)
    await group.hears(new RegExp(`${reference}.*ขอให้ดูแลเรื่องนี้ต่อ`))
    // another change of mind is news again
    await says(person, 'never mind')
    await person.taps('Withdraw it')
    await allQuiet(desk)
    expect([await newsOf(reference, 'case.withdrawn'), await newsOf(reference, 'case.kept')]).toEqual([2, 1])
    expect(await casesOf(person)).toMatchObject([{ status: 'investigating' }])
  })

  it('thanks and an all right right after a case are no doubt of it', async () => {
    for (const words of ['thanks', 'ok', 'no problem']) {
      const person = newcomer('meelike', `${words} ${app}`, 'en')
      await says(person, 'I topped up 1,290 baht but the credit never arrived')
      await says(person, words)
      expect(await casesOf(person)).toMatchObject([{ status: 'new' }])
      const [row] = await desk.ask(`select state->'withdrawing' as asked from conversations where id = $1`, [
        await conversationOf(desk, person),
      ])
      expect(row?.['asked'] ?? null).toBeNull()
    }
  })

  it('who writes what nobody here reads is told so in English, with a person to tap, and nothing is filed', async () => {
    for (const [name, words] of [
      ['Français', 'Je ne comprends pas, quand est-ce que mon argent arrive ?'],
      ['Español', 'no entiendo, cuando me llega el dinero por favor'],
      ['Deutsch', 'ich verstehe das nicht, wann kommt mein geld bitte'],
    ] as const) {
      const person = newcomer('meelike', `${name} ${app}`, 'th')
      await says(person, 'ออเดอร์ฟอลค้างตั้งแต่เมื่อวาน ยังไม่ขึ้นเลยค่ะ')
      await person.hears(/เลขออเดอร์/)
      await says(person, words)
      const told = JSON.stringify((await person.hears(/I can help in English, Thai or Japanese/)).raw)
      expect(told, name).toContain('Talk to a person')
      const [row] = await desk.ask(
        `select count(*)::int as details from activities a join cases c on c.id = a.subject_id
        where c.conversation_id = $1 and a.type = 'case.detail_added'`,
        [await conversationOf(desk, person)],
      )
      expect(row?.['details'], name).toBe(0)
      await says(person, 'ยูสเซอร์ tukta_shop ค่ะ')
      await person.hears(/เพิ่มลงใน ML-C-\d+/)
    }
    const stranger = newcomer('meelike', `Bonjour ${app}`, 'en')
    await says(stranger, 'Bonjour, je voudrais savoir si vous êtes ouverts demain')
    await stranger.hears(/I can help in English, Thai or Japanese/)
    expect(await casesOf(stranger)).toEqual([])
  })

  it('whichever departure comes first is the first that was put before them', async () => {
    for (const [name, language, wish, soonest] of [
      ['Raps', 'th', 'ขอจองราเมนทงคตสึวันเดียว 2 ที่ค่ะ', 'ขอรอบถัดไปค่ะ'],
      ['Next', 'en', 'I would like to book the one-day tonkotsu ramen class for 2', 'next departure please'],
      ['Hayai', 'ja', '豚骨ラーメンの1日クラスを2名で予約したいです', '一番早い日でお願いします'],
    ] as const) {
      const person = newcomer('vschool', `${name} ${app}`, language)
      await says(person, wish)
      const draftOf = async () => {
        const [row] = await desk.ask(`select state->'draft' as draft from conversations where id = $1`, [
          await conversationOf(desk, person),
        ])
        return row?.['draft'] as { asked: string; offered: string[]; answers: Record<string, unknown> }
      }
      const before = await draftOf()
      expect(before.asked, name).toBe('slot')
      await says(person, soonest)
      expect((await draftOf()).answers['slot'], name).toBe(before.offered[0])
    }
  })

  it('what is corrected before it is clear which booking is meant is not lost', async () => {
    const person = newcomer('chapter2', `Five ${app}`, 'en')
    await says(person, 'Chiang Mai trip for 4 people, January')
    await says(person, 'sorry, make it 5 people')
    await says(person, 'Tailor-made trip')
    const [row] = await desk.ask(`select state->'draft'->'answers' as answers from conversations where id = $1`, [
      await conversationOf(desk, person),
    ])
    expect(row?.['answers']).toMatchObject({ destination: 'Chiang Mai', party_size: 5, date: '2027-01' })
  })
})

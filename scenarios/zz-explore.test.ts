import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { it } from 'vitest'
import { aDesk } from '../test/desk.ts'

it('explore', async () => {
  const out = '/tmp/ex/out.txt'
  writeFileSync(out, '')
  const say = (s: string) => appendFileSync(out, s + '\n')
  const desk = await aDesk()
  try {
    const seenOf = new Map<string, number>()
    const phones = new Map<string, any>()
    const steps = readFileSync('/tmp/ex/steps.txt', 'utf8')
      .split('\n')
      .filter((l) => l.trim() && !l.startsWith('#'))
    for (const line of steps) {
      const [who = '', verb = '', ...rest] = line.split('|').map((x) => x.trim())
      const arg = rest.join('|')
      const [tenant = '', name = ''] = who.split('.')
      if (tenant === 'sql') {
        say('SQL ' + JSON.stringify(await desk.ask(verb + (arg ? '|' + arg : ''))))
        continue
      }
      if (tenant === 'later') {
        await desk.later(Number(verb) * 60_000)
        await new Promise((r) => setTimeout(r, 1200))
        continue
      }
      const b = desk.business(tenant)
      let phone: any
      let view: any
      if (name.startsWith('@')) {
        phone = name === '@stranger' ? b.stranger : b.staff(name.slice(1))
        view = b.group
      } else {
        const key = who
        if (!phones.has(key))
          phones.set(
            key,
            name === 'c0'
              ? b.customers[0]
              : name === 'c1'
                ? b.customers[1]
                : b.newcomer(name, (name.split('_')[1] ?? 'en') as 'en'),
          )
        phone = view = phones.get(key)
      }
      say(`\n>> ${line}`)
      try {
        const re = /^\/(.*)\/$/.exec(arg)
        if (verb === 'says')
          for (const s of arg.split('||')) {
            if (arg.includes('||')) void phone.says(s)
            else await phone.says(s)
          }
        else if (verb === 'sticker') await phone.sticker()
        else if (verb === 'image') await phone.image()
        else await phone[verb](re ? new RegExp(re[1] ?? '') : arg)
      } catch (e) {
        say('  !! ' + (e as Error).message.slice(0, 400))
      }
      await new Promise((r) => setTimeout(r, 60))
      for (let i = 0; i < 3; i++) {
        await desk.bot.engine.idle()
        await new Promise((r) => setTimeout(r, 40))
        await desk.bot.deliverer.idle()
      }
      const show = (k: string, v: any) => {
        const all = v.messages()
        for (const m of all.slice(seenOf.get(k) ?? 0))
          if (m.from !== phone.userId)
            say(
              `   ${k === who ? '' : '[GROUP] '}${m.fromName}: ${m.text.replaceAll('\n', ' / ')}  ${[...m.quickReplies.map((q: any) => `(${q.label})`), ...m.buttons.map((q: any) => `[${q.label}]`)].join(' ')}`,
            )
        seenOf.set(k, all.length)
      }
      show(name.startsWith('@') ? tenant + '.group' : who, view)
      if (!name.startsWith('@')) show(tenant + '.group', b.group)
      else for (const [k, p] of phones) if (k.startsWith(tenant)) show(k, p)
    }
    say(
      'TROUBLES ' +
        desk.troubles.length +
        ' ' +
        desk.troubles
          .map((t: any) => String(t.trouble?.cause?.stack ?? t.trouble?.stack ?? t.trouble).slice(0, 700))
          .join('\n'),
    )
  } finally {
    await desk.end()
  }
}, 200_000)

import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { findAnswer } from '../api/knowledge/queries/find-answer.ts'
import type { Language } from '../api/tenants/schema.ts'
import { aCaseType, aDatabaseForThisFile, aTenant, on, type TestTenant } from '../test/factories.ts'
import { taxonomy } from './catalogue.ts'
import { demoTenants } from './demo.ts'
import { articlesOf, putKnowledge } from './knowledge.ts'

type Line = {
  tenant: string
  language: string
  text: string
  /** key of the article that answers it; null when none does */
  article: string | null
  also?: (string | null)[]
  set: 'own' | 'messages' | 'unknown' | 'later'
}

const labels = taxonomy()
const questions = readFileSync(new URL('data/knowledge/questions.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Line)
const spoken = (it: Line): Language => (it.language === 'ja' || it.language === 'en' ? it.language : 'th')

const database = await aDatabaseForThisFile()
const tenants = new Map<string, TestTenant>()
beforeAll(async () => {
  for (const { key } of demoTenants) {
    const tenant = await aTenant(database, { key })
    await on(tenant, async (ctx) => {
      for (const type of labels.tenants[key]?.case_types ?? []) await aCaseType(ctx, { key: type.key })
      await putKnowledge(ctx, key, labels)
    })
    tenants.set(key, tenant)
  }
})

const tenantOf = (key: string): TestTenant => {
  const found = tenants.get(key)
  if (!found) throw new Error(key)
  return found
}

describe('what the five businesses know', () => {
  test('stands in three languages for customers; every case type has a way to work', () => {
    for (const { key } of demoTenants) {
      const all = articlesOf(key, labels)
      for (const it of all.filter((one) => one.visibility === 'customer'))
        for (const language of ['th', 'en', 'ja'] as const) {
          const text = it.texts[language]
          expect(text?.title && text.answer && text.questions.length > 0, `${key} ${it.key} ${language}`).toBeTruthy()
        }
      const types = labels.tenants[key]?.case_types.map((it) => it.key)
      expect(all.flatMap((it) => it.caseType ?? []).toSorted()).toEqual(types?.toSorted())
      for (const { key: name, texts } of all.filter((one) => one.visibility === 'staff')) {
        const steps = (language: 'th' | 'en') => texts[language]?.answer.match(/^\d+\. .{10,}$/gm)?.length ?? 0
        expect(steps('en'), `${key} ${name}`).toBeGreaterThan(0)
        expect(steps('th'), `${key} ${name}`).toBe(steps('en'))
        expect(texts.th?.answer).toMatch(/[ก-๙]/)
      }
    }
  })

  const told = { right: 0, wrong: [] as string[], unknown: 0, missed: 0 }
  test.each(demoTenants.map((it) => it.key))('is asked for (%s)', (key) =>
    on(tenantOf(key), async (ctx) => {
      const { rows } = (await ctx.trx.raw('select id, key from articles')) as { rows: { id: string; key: string }[] }
      const keys = new Map(rows.map((it) => [it.id, it.key]))
      for (const it of questions.filter((one) => one.tenant === key)) {
        const { answer } = await findAnswer(ctx, { question: it.text, language: spoken(it) })
        const got = answer ? (keys.get(answer.articleId) ?? '') : null
        const meant = [it.article, ...(it.also ?? [])]
        if (got === null) told[meant.includes(null) ? 'unknown' : 'missed'] += 1
        else if (meant.includes(got)) told.right += 1
        else told.wrong.push(`${key}: ${it.text} -> ${got}`)
      }
    }),
  )

  test('answers at most two questions in a hundred wrongly, and says so when it does not know', () => {
    const known = questions.filter((it) => it.article !== null).length
    expect(told.wrong.length / questions.length, told.wrong.join('\n')).toBeLessThanOrEqual(0.02)
    expect(told.right / known).toBeGreaterThan(0.85)
    expect(told.right + told.wrong.length + told.unknown + told.missed).toBe(questions.length)
  })

  test.each(demoTenants.map((it) => it.key))(
    'keeps what is for staff from every customer, whatever they ask (%s)',
    async (key) => {
      const internal = articlesOf(key, labels).filter((it) => it.visibility === 'staff')
      const written = internal.flatMap((it) => Object.values(it.texts))
      const steps = written.flatMap((it) => it.answer.split('\n').map((step) => step.slice(3)))
      const asked = [
        ...questions.filter((it) => it.tenant === key).map((it) => ({ question: it.text, language: spoken(it) })),
        // and somebody who knows the very words
        ...[...steps, ...written.map((it) => it.title)].map((question) => ({
          question,
          language: /[ก-๙]/.test(question) ? ('th' as const) : ('en' as const),
        })),
      ]
      const heard = new Set<string>()
      await on(tenantOf(key), async (ctx) => {
        for (const one of asked) {
          const { nearest } = await findAnswer(ctx, one)
          if (nearest) heard.add(`${nearest.title}\n${nearest.answer}`)
        }
        const { rows } = (await ctx.trx.raw(
          `select count(*)::int as n from customer_passages v join articles a on a.id = v.article_id where a.visibility = 'staff'`,
        )) as { rows: { n: number }[] }
        expect(rows[0]?.n).toBe(0)
      })
      const said = [...heard].join('\n')
      expect(heard.size).toBeGreaterThan(5)
      for (const step of steps) expect(said).not.toContain(step)
    },
    60_000,
  )
})

import { readFileSync } from 'node:fs'
import { addArticle, publishArticle } from '../api/knowledge/commands/put-article.ts'
import type { Ctx } from '../api/context.ts'
import type { NewArticle } from '../api/knowledge/schema.ts'
import type { Language } from '../api/tenants/schema.ts'
import type { Taxonomy } from './catalogue.ts'

type Text = { title: string; questions: string[]; answer: string }

/** What a line of a frequent question begins with: its language and what it is. */
const MARKS: Record<string, [Language, keyof Text]> = {
  หัวข้อ: ['th', 'title'],
  ถาม: ['th', 'questions'],
  ตอบ: ['th', 'answer'],
  Title: ['en', 'title'],
  Q: ['en', 'questions'],
  A: ['en', 'answer'],
  件名: ['ja', 'title'],
  質問: ['ja', 'questions'],
  回答: ['ja', 'answer'],
}

/** Publishes the business's frequent questions, and its way to work on each type of case. */
export async function putKnowledge(ctx: Ctx, tenant: string, labels: Taxonomy): Promise<void> {
  for (const it of articlesOf(tenant, labels)) await publishArticle(ctx, (await addArticle(ctx, it)).id)
}

/** Further ways customers ask for an article: the more, the surer it is found. */
type Asked = { tenant: string; article: string; language: Language; text: string }

function waysOfAsking(tenant: string): Asked[] {
  return readFileSync(new URL('data/knowledge/asked.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Asked)
    .filter((it) => it.tenant === tenant)
}

export function articlesOf(tenant: string, labels: Taxonomy): NewArticle[] {
  const file = readFileSync(new URL(`data/knowledge/${tenant}.md`, import.meta.url), 'utf8')
  const ways = waysOfAsking(tenant)
  return file
    .split(/^### /m)
    .slice(1)
    .map((entry) => {
      const [key = '', meta = '', ...lines] = entry.split('\n').map((line) => line.trim())
      const caseType = /case_type: (\w+)/.exec(meta)?.[1] ?? null
      const visibility = meta.includes('visibility: customer') ? 'customer' : 'staff'
      const texts = caseType
        ? wayToWork(tenant, caseType, lines, labels)
        : frequentQuestion(
            lines,
            ways.filter((it) => it.article === key),
          )
      return { key, visibility, caseType, texts }
    })
}

function frequentQuestion(lines: string[], ways: Asked[]): NewArticle['texts'] {
  const texts: Partial<Record<Language, Text>> = {}
  for (const line of lines) {
    const [, mark = '', words = ''] = /^- \*\*(.+?):\*\* (.+)$/.exec(line) ?? []
    const [language, part] = MARKS[mark] ?? []
    if (!language || !part) continue
    const text = (texts[language] ??= { title: '', questions: [], answer: '' })
    if (part === 'questions') text.questions.push(words)
    else text[part] = words
  }
  for (const it of ways) texts[it.language]?.questions.push(it.text)
  return texts
}

const THAI_STEP = /^- \*\*ขั้นตอน:\*\* (.+)$/

/** Staff read the steps in the language of their group. */
function wayToWork(tenant: string, caseType: string, lines: string[], labels: Taxonomy): NewArticle['texts'] {
  const type = labels.tenants[tenant]?.case_types.find((it) => it.key === caseType)
  if (!type) throw new Error(`The knowledge of ${tenant} names the case type ${caseType}, which is not there`)
  const english = lines.filter((line) => /^\d+\. /.test(line))
  const thai = lines.flatMap((line) => THAI_STEP.exec(line)?.[1] ?? []).map((step, i) => `${i + 1}. ${step}`)
  return {
    th: { title: `ขั้นตอน: ${type.name_th}`, questions: [], answer: thai.join('\n') },
    en: { title: `SOP: ${type.name_en}`, questions: [], answer: english.join('\n') },
  }
}

import {
  amongThree,
  bookingKindF1,
  bookingsWhole,
  byTenant,
  calibrationError,
  calibrationInterval,
  caseTypeF1,
  datesExact,
  decidedAt,
  f1Of,
  groupedBy,
  harm,
  intentF1,
  isRight,
  type Pair,
  percentile,
  type SlotScore,
  share,
  slotScores,
} from './score.ts'

type Figure = { name: string; value: number | undefined; pass?: number; aim?: number; least?: boolean; note?: string }

const percent = (it: number | undefined): string => (it === undefined ? '–' : `${(it * 100).toFixed(1)} %`)
const ratio = (it: number | undefined): string => (it === undefined ? '–' : it.toFixed(3))

/** What is asked of the local engine alone: pass and aim. */
export function figuresOf(pairs: readonly Pair[], random: () => number): Figure[] {
  const cases = pairs.filter(({ row }) => row.intent === 'case_report')
  const critical = cases.filter(({ row }) => row.severity === 'critical')
  const saidCritical = pairs.filter(({ row, got }) => row.intent !== undefined && got.severity === 'critical')
  const slots = totalOf([...slotScores(pairs).values()])
  const said = pairs
    .filter(({ row }) => row.intent !== undefined)
    .map((it) => ({ confidence: it.got.confidence, right: isRight(it) }))
  const interval = calibrationInterval(said, random)
  const decided = decidedAt(said, 0.95)
  const harmful = harm(pairs)
  const chatter = pairs.filter(({ row }) => row.intent === 'smalltalk' || row.intent === 'other')
  const languages = groupedBy(pairs, ({ row }) => row.language ?? '?')
  const lowest = ['th', 'en', 'mixed'].flatMap((it) => intentF1(languages.get(it) ?? []) ?? [])
  return [
    { name: 'intent, macro-F1', value: intentF1(pairs), pass: 0.86, aim: 0.9 },
    {
      name: 'intent, lowest of th, en, mixed',
      value: lowest.length > 0 ? Math.min(...lowest) : undefined,
      pass: 0.82,
      aim: 0.87,
    },
    { name: 'case type end to end, macro-F1', value: caseTypeF1(pairs), pass: 0.8, aim: 0.86 },
    { name: 'case type among the three offered', value: amongThree(pairs), pass: 0.93, aim: 0.97 },
    { name: 'booking kind end to end, macro-F1', value: bookingKindF1(pairs) },
    {
      name: 'severity right',
      value: share(cases, ({ row, got }) => got.severity === row.severity),
      pass: 0.82,
      aim: 0.88,
    },
    {
      name: 'critical, recall',
      value: share(critical, ({ got }) => got.severity === 'critical'),
      pass: 0.95,
      aim: 1,
    },
    {
      name: 'critical, precision',
      value: share(saidCritical, ({ row }) => row.severity === 'critical'),
      pass: 0.8,
      aim: 0.88,
    },
    { name: 'slots, micro-F1', value: f1Of(slots), pass: 0.78, aim: 0.88 },
    { name: 'dates exact', value: datesExact(pairs), pass: 0.88, aim: 0.96 },
    { name: 'dates exact, Thai', value: datesExact(languages.get('th') ?? []), pass: 0.88, aim: 0.96 },
    { name: 'all slots of a booking', value: bookingsWhole(pairs), pass: 0.4, aim: 0.6 },
    {
      name: 'calibration error (ECE)',
      value: calibrationError(said),
      pass: 0.03,
      aim: 0.02,
      least: true,
      ...(interval && { note: `${ratio(interval[0])} to ${ratio(interval[1])}` }),
    },
    {
      name: 'decided at 95 % accuracy',
      value: said.length > 0 ? decided.share : undefined,
      pass: 0.8,
      aim: 0.9,
      note: `from confidence ${ratio(decided.confidence)}`,
    },
    { name: 'critical missed', value: harmful.criticalMissed.length, pass: 0, aim: 0, least: true },
    {
      name: 'chatter turned into a booking',
      value: chatter.length > 0 ? harmful.chatterBooked.length / chatter.length : undefined,
      pass: 0.01,
      aim: 0,
      least: true,
    },
    { name: 'chatter turned into a case', value: harmful.chatterReported.length, least: true },
    { name: 'invented identifiers', value: harmful.inventedIdentifiers.length, pass: 0, aim: 0, least: true },
  ]
}

const totalOf = (all: SlotScore[]): SlotScore =>
  all.reduce(
    (sum, it) => ({ wanted: sum.wanted + it.wanted, found: sum.found + it.found, right: sum.right + it.right }),
    { wanted: 0, found: 0, right: 0 },
  )

const COUNTS = /missed|invented|into a case/

function verdict({ value, pass, aim, least }: Figure): string {
  if (value === undefined || pass === undefined || aim === undefined) return ''
  const reaches = (bar: number) => (least ? value <= bar : value >= bar)
  return reaches(aim) ? 'aim' : reaches(pass) ? 'pass' : 'missed'
}

/** The whole report on one engine and one set of messages, as plain text. */
export function report(title: string, pairs: readonly Pair[], random: () => number): string {
  const labelled = pairs.filter(({ row }) => row.intent !== undefined)
  const latency = pairs.map(({ got }) => got.latencyMs)
  const cost = pairs.reduce((sum, { got }) => sum + got.costMicroUsd, 0)
  return [
    `# ${title}`,
    `${pairs.length} messages, ${labelled.length} of them labelled. A message takes ${ms(percentile(latency, 0.5))} (half) to ${ms(percentile(latency, 0.95))} (95 of 100)${cost > 0 ? `; together $${(cost / 1e6).toFixed(4)}` : ''}.`,
    ...(labelled.length === 0
      ? []
      : [
          columns([
            ['measure', 'value', 'pass', 'aim', '', ''],
            ...figuresOf(pairs, random).map((it) => [
              it.name,
              COUNTS.test(it.name) ? String(it.value ?? '–') : ratio(it.value),
              it.pass === undefined ? '' : `${it.least ? '≤' : '≥'} ${it.pass}`,
              it.aim === undefined ? '' : String(it.aim),
              verdict(it),
              it.note ?? '',
            ]),
          ]),
          section('By tenant', partsOf(byTenant(labelled))),
          section('By language', partsOf(groupedBy(labelled, ({ row }) => row.language ?? 'not said'))),
          section('By intent', intentRows(labelled)),
          section('Confusion: wanted down, understood across', confusion(labelled)),
          section('Case types and booking kinds, worst first', labelRows(labelled)),
          section('Slots', slotRows(pairs)),
          section('Sureness: what it says, and how often it is right', reliability(labelled)),
          section('Abstention: leaving the least sure to people', abstention(labelled)),
          harmful(labelled),
        ]),
  ].join('\n\n')
}

const ms = (it: number | undefined): string => (it === undefined ? '–' : `${it.toFixed(2)} ms`)
const section = (title: string, rows: string[][]): string => `## ${title}\n${columns(rows)}`

function columns(rows: string[][]): string {
  const widths = rows.reduce<number[]>((all, row) => row.map((cell, at) => Math.max(all[at] ?? 0, cell.length)), [])
  return rows
    .map((row) =>
      row
        .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const partsOf = (groups: Map<string, Pair[]>): string[][] => [
  ['', 'messages', 'intent F1', 'right', 'case type F1', 'severity', 'slots F1', 'dates'],
  ...[...groups].map(([name, own]) => [
    name,
    String(own.length),
    ratio(intentF1(own)),
    percent(share(own, isRight)),
    ratio(caseTypeF1(own)),
    percent(
      share(
        own.filter(({ row }) => row.severity !== undefined),
        ({ row, got }) => got.severity === row.severity,
      ),
    ),
    ratio(f1Of(totalOf([...slotScores(own).values()]))),
    percent(datesExact(own)),
  ]),
]

const INTENTS = ['booking_request', 'case_report', 'status_query', 'question', 'handoff', 'smalltalk', 'other']

const intentRows = (pairs: readonly Pair[]): string[][] => [
  ['', 'messages', 'recall', 'precision'],
  ...INTENTS.map((intent) => [
    intent,
    String(pairs.filter(({ row }) => row.intent === intent).length),
    percent(
      share(
        pairs.filter(({ row }) => row.intent === intent),
        ({ got }) => got.intent === intent,
      ),
    ),
    percent(
      share(
        pairs.filter(({ got }) => got.intent === intent),
        ({ row }) => row.intent === intent,
      ),
    ),
  ]),
]

const confusion = (pairs: readonly Pair[]): string[][] => [
  ['', ...INTENTS],
  ...INTENTS.map((wanted) => [
    wanted,
    ...INTENTS.map((intent) =>
      String(pairs.filter(({ row, got }) => row.intent === wanted && got.intent === intent).length || '·'),
    ),
  ]),
]

function labelRows(pairs: readonly Pair[]): string[][] {
  const named = pairs.flatMap((it) => {
    const label = it.row.caseType ?? it.row.bookingKind
    return label ? [{ it, name: `${it.row.tenant} ${label}` }] : []
  })
  const rows = [...groupedBy(named, ({ name }) => name)].map(([name, own]) => {
    const members = own.map(({ it }) => it)
    const wrong = groupedBy(
      members.filter((it) => !isRight(it)),
      ({ got }) => got.caseType ?? got.bookingKind ?? got.intent,
    )
    const taken = [...wrong].sort((a, b) => b[1].length - a[1].length).slice(0, 3)
    return { name, members, right: share(members, isRight) ?? 0, taken }
  })
  return [
    ['', 'messages', 'right', 'taken for'],
    ...rows
      .sort((a, b) => a.right - b.right)
      .map(({ name, members, right, taken }) => [
        name,
        String(members.length),
        percent(right),
        taken.map(([key, all]) => `${key} ${all.length}`).join(', '),
      ]),
  ]
}

const slotRows = (pairs: readonly Pair[]): string[][] => [
  ['', 'labelled', 'found', 'right', 'F1'],
  ...[...slotScores(pairs)]
    .sort((a, b) => b[1].wanted - a[1].wanted)
    .map(([name, it]) => [name, String(it.wanted), String(it.found), String(it.right), ratio(f1Of(it))]),
]

function reliability(pairs: readonly Pair[]): string[][] {
  const bins = groupedBy(pairs, ({ got }) => Math.min(9, Math.floor(got.confidence * 10)))
  return [
    ['said', 'messages', 'mean', 'right'],
    ...[...bins]
      .sort((a, b) => a[0] - b[0])
      .map(([bin, own]) => [
        `${bin / 10}–${(bin + 1) / 10}`,
        String(own.length),
        ratio(own.reduce((sum, { got }) => sum + got.confidence, 0) / own.length),
        percent(share(own, isRight)),
      ]),
  ]
}

function abstention(pairs: readonly Pair[]): string[][] {
  const sorted = [...pairs].sort((a, b) => b.got.confidence - a.got.confidence)
  return [
    ['decided', 'from confidence', 'right'],
    ...[0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1].map((part) => {
      const decided = sorted.slice(0, Math.round(sorted.length * part))
      return [percent(part), ratio(decided.at(-1)?.got.confidence), percent(share(decided, isRight))]
    }),
  ]
}

function harmful(pairs: readonly Pair[]): string {
  const it = harm(pairs)
  const line = (name: string, ids: string[]) =>
    `${name}: ${ids.length}${ids.length > 0 ? ` (${ids.slice(0, 20).join(', ')}${ids.length > 20 ? ', …' : ''})` : ''}`
  return [
    '## Mistakes that hurt',
    line('critical trouble that became neither a case nor a person', it.criticalMissed),
    line('chatter turned into a booking', it.chatterBooked),
    line('chatter turned into a case', it.chatterReported),
    line('identifiers that nobody said', it.inventedIdentifiers),
  ].join('\n')
}

import { z } from 'zod'
import { severities } from '../../cases/schema.ts'
import { intents } from '../schema.ts'
import { written } from '../../written.ts'

export const origins = ['corrected', 'clarified', 'reopened', 'imported', 'base'] as const
export type Origin = (typeof origins)[number]

/** More than this of one message teaches nothing. */
export const MOST_CHARACTERS = 2_000

const Label = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .meta({ description: 'The key of a case type (with `case_report`) or of a booking kind (with `booking_request`)' })

export const ExampleInput = z.strictObject({
  text: written(MOST_CHARACTERS),
  intent: z.enum(intents),
  label: Label.nullish(),
  severity: z.enum(severities).nullish(),
  language: z.enum(['th', 'en', 'ja', 'zh']).nullish(),
})
export type ExampleInput = z.infer<typeof ExampleInput>

export const ExampleChange = ExampleInput.omit({ text: true }).partial()

export const MOST_IMPORTED = 5_000

/** A line may also carry its label as the project's own files do. */
export const ImportedLine = z
  .object({
    text: written(MOST_CHARACTERS),
    intent: z.enum(intents),
    label: Label.nullish(),
    case_type: Label.nullish(),
    booking_kind: Label.nullish(),
    severity: z.enum(severities).nullish(),
    language: z.string().max(20).nullish(),
  })
  .meta({ id: 'TriageExampleLine' })
export const Import = z.array(ImportedLine).min(1).max(MOST_IMPORTED)

export const ExampleFilters = z.object({
  origin: z.enum(origins).optional(),
  intent: z.enum(intents).optional(),
  label: z.string().max(100).optional(),
  teaches: z.stringbool().optional(),
  set_aside: z.enum(['contradicted', 'overruled']).optional(),
  case: z.uuid().optional(),
})

export const ExampleView = z
  .object({
    id: z.uuid(),
    text: z.string(),
    intent: z.enum(intents),
    label: z.string().nullable(),
    severity: z.enum(severities).nullable(),
    language: z.string().nullable(),
    origin: z.enum(origins),
    by: z
      .object({ kind: z.string(), id: z.uuid().nullable(), name: z.string().nullable() })
      .nullable()
      .meta({ description: 'Who taught it; customers are not named here' }),
    setAside: z.enum(['contradicted', 'overruled']).nullable().meta({
      description:
        'Why it does not teach: the same words were labelled otherwise by somebody whose word counts as much (`contradicted`: nobody of them is believed) or more (`overruled`)',
    }),
    judges: z.boolean().meta({ description: 'Kept out of training, to judge models by: one in ten' }),
    caseId: z.uuid().nullable(),
    bookingId: z.uuid().nullable(),
    decisionId: z.uuid().nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'TriageExample' })
export type ExampleView = z.infer<typeof ExampleView>

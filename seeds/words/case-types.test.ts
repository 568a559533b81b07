import { describe, expect, it } from 'vitest'
import { caseConcerns } from '../../api/cases/schema.ts'
import { BY_KEY } from '../../migrations/20261123000100_case_concerns.ts'
import { taxonomy } from '../catalogue.ts'
import { concernsOf } from './case-types.ts'

const keys = Object.values(taxonomy().tenants).flatMap((it) => it.case_types.map(({ key }) => key))

describe('what a case type concerns', () => {
  it.each(keys)('%s: a desk that was there before has it as a fresh one', (key) => {
    const read = Object.entries(BY_KEY).flatMap(([concern, pattern]) =>
      new RegExp(pattern).test(key) ? [concern] : [],
    )
    expect(read.toSorted()).toEqual((concernsOf[key] ?? []).toSorted())
  })
  it('is of the kinds that the rules know, and the database holds no others', () =>
    expect(Object.keys(BY_KEY).toSorted()).toEqual(caseConcerns.toSorted()))
  it('is said of no type that nobody has', () =>
    expect(Object.keys(concernsOf).filter((it) => !keys.includes(it))).toEqual([]))
})

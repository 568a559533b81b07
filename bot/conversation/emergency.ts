import type { Tenant } from '../../api/tenants/schema.ts'

/** Whom to call for an ambulance where a business is at home: Thailand's medical emergency line (niems.go.th), Japan's fire and ambulance (fdma.go.jp). */
const AMBULANCE: Readonly<Record<string, string>> = { 'Asia/Bangkok': '1669', 'Asia/Tokyo': '119' }

export const emergencyAt = ({ zone }: Pick<Tenant, 'zone'>): { emergency?: string } => {
  const emergency = AMBULANCE[zone]
  return emergency ? { emergency } : {}
}

const CALLS_HELP =
  /(?<![a-z])(?:ambulance|emergency (?:line|number|services?)|hospital|doctor|police|1669|911|119)(?![a-z])|รถพยาบาล|หมอ|โรงพยาบาล|ตำรวจ|กู้ภัย|1669|救急|119|病院|医者|警察/i
/** 'Should we call an ambulance?', in the middle of it. */
export const asksToCallHelp = (said: string): boolean => CALLS_HELP.test(said)

import { z } from 'zod'

export const ShiftView = z
  .object({ staff: z.object({ id: z.uuid(), name: z.string() }), since: z.iso.datetime() })
  .meta({ id: 'Shift' })

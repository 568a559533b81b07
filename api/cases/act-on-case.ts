import type { Ctx } from '../context.ts'
import { Refusal } from '../errors.ts'
import { mustWork } from '../policy.ts'
import type { Case } from './model.ts'
import { presentOne } from './presenter.ts'
import { visibleCase } from './queries/visible-cases.ts'
import type { CaseView } from './schema.ts'

/**
 * A command on a case by its id, for the API: who does not work here, or may not see the case, touches nothing and reads nothing of it, also where
 * there is nothing left to do. In a staff group everybody has the card before them.
 */
export async function actOnCase<Input extends { caseId: string }>(
  ctx: Ctx,
  input: Input,
  act: (ctx: Ctx, input: Input) => Promise<Case>,
): Promise<CaseView> {
  mustWork(ctx, 'case')
  if (!(await visibleCase(ctx, input.caseId))) throw new Refusal('not_found')
  return presentOne(ctx, await act(ctx, input))
}

import { sharedLessons } from '../base/shared-lessons.ts'
import { type LocalModel, parse, serialise } from '../local/model.ts'
import { recall, relabel, train } from '../local/train.ts'
import { figuresOf } from './figures.ts'
import { parted } from './held.ts'
import type { Learnt, Lesson } from './lesson.ts'
import { recallPrepared } from './prepared.ts'

/** One training, from first to last: a second and more of nothing but arithmetic, so never where customers are answered. */
export function learn(it: Lesson): Learnt {
  const { lessons, held } = parted(it.examples)
  const { labels } = it.desk
  const before = it.before && parse(it.before)
  if (it.pure) recall(sharedLessons(), parse(it.pure))
  if (before) recall(sharedLessons(), before)
  recallPrepared()
  const fresh =
    before && it.onlyLabels
      ? relabel(before, lessons, labels, sharedLessons())
      : train(lessons, labels, sharedLessons())
  const model = serialise(fresh)
  const judge = (one: LocalModel) => figuresOf(one, held, it.desk)
  // as it will be read
  return { model, figures: judge(parse(model)), ...(before && { against: judge(before) }) }
}

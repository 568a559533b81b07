import { useEffect, useRef } from 'preact/hooks'
import type { CaseView } from '../../api/cases/schema.ts'
import type { List } from '../client/api.ts'
import { useResource } from '../client/use-resource.ts'
import { words } from '../copy/language.ts'
import { RiskList } from './risk-list.tsx'

type Props = { besides: CaseView[]; changedAt: Date | undefined; onOpen: (id: string) => void }

/** The open cases that are not at risk yet, soonest due first; looked at again whenever the board was. */
export function OpenList({ besides, changedAt, onOpen }: Props) {
  const { board } = words.value
  const { value, reload } = useResource<List<CaseView>>('/v1/cases?open=true&sort=slaDueAt&page_size=50')
  const seen = useRef(changedAt)
  useEffect(() => {
    if (seen.current === changedAt) return
    seen.current = changedAt
    void reload()
  }, [changedAt, reload])
  const shown = new Set(besides.map((it) => it.id))
  const others = value?.items.filter((it) => !shown.has(it.id)) ?? []
  if (others.length === 0) return null
  return (
    <section aria-labelledby="others" class="stack-tight">
      <h2 id="others">{board.others}</h2>
      <RiskList cases={others} onOpen={onOpen} />
    </section>
  )
}

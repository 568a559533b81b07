import { useState } from 'preact/hooks'
import type { CaseView } from '../../api/cases/schema.ts'
import type { List } from '../client/api.ts'
import { useResource } from '../client/use-resource.ts'
import { words } from '../copy/language.ts'
import { Button } from '../ui/button.tsx'
import { RiskList } from './risk-list.tsx'
import { useLookAgain } from './use-board.ts'

const PAGE_SIZE = 50

type Props = { besides: CaseView[]; changedAt: Date | undefined; onOpen: (it: CaseView) => void }

/** The open cases that are not at risk yet, soonest due first, as many as are asked for. */
export function OpenList({ besides, changedAt, onOpen }: Props) {
  const { board } = words.value
  const [pages, setPages] = useState(1)
  const first = useOpenPage(1, changedAt)
  const shown = new Set(besides.map((it) => it.id))
  const others = notIn(shown, first)
  if (!first || others.length === 0) return null
  const hidden = first.total - pages * PAGE_SIZE
  return (
    <section aria-labelledby="others" class="stack-tight">
      <h2 id="others">{board.others}</h2>
      <RiskList cases={others} onOpen={onOpen} />
      {Array.from({ length: pages - 1 }, (_, index) => (
        <FurtherPage key={index} page={index + 2} shown={shown} changedAt={changedAt} onOpen={onOpen} />
      ))}
      {hidden > 0 && (
        <Button look="plain" onClick={() => setPages(pages + 1)}>
          {board.showMore(hidden)}
        </Button>
      )}
    </section>
  )
}

type FurtherProps = { page: number; shown: Set<string> } & Pick<Props, 'changedAt' | 'onOpen'>

function FurtherPage({ page, shown, changedAt, onOpen }: FurtherProps) {
  return <RiskList cases={notIn(shown, useOpenPage(page, changedAt))} onOpen={onOpen} />
}

const notIn = (shown: Set<string>, list: List<CaseView> | undefined): CaseView[] =>
  list?.items.filter((it) => !shown.has(it.id)) ?? []

/** Looked at again whenever the board was. */
function useOpenPage(page: number, changedAt: Date | undefined): List<CaseView> | undefined {
  const { value, reload } = useResource<List<CaseView>>(
    `/v1/cases?open=true&sort=slaDueAt&page_size=${PAGE_SIZE}&page=${page}`,
  )
  useLookAgain(changedAt, reload)
  return value
}

import { useState } from 'preact/hooks'
import type { CaseView } from '../../api/cases/schema.ts'
import type { List } from '../client/api.ts'
import { type Resource, useResource } from '../client/use-resource.ts'
import { words } from '../copy/language.ts'
import { Button } from '../ui/button.tsx'
import { RiskList } from './risk-list.tsx'
import { useLookAgain } from './use-board.ts'

const PAGE_SIZE = 50

type OpenPage = Resource<List<CaseView>>
type Props = { besides: CaseView[]; changedAt: Date | undefined; onOpen: (it: CaseView) => void }

/** The open cases that are not at risk yet, soonest due first, as many as are asked for. */
export function OpenList({ besides, changedAt, onOpen }: Props) {
  const { board } = words.value
  const [pages, setPages] = useState(1)
  const first = useOpenPage(1, changedAt)
  const shown = new Set(besides.map((it) => it.id))
  const others = notIn(shown, first.value)
  if (others.length === 0 && !first.problem) return null
  const hidden = (first.value?.total ?? 0) - pages * PAGE_SIZE
  return (
    <section aria-labelledby="others" class="stack-tight">
      <h2 id="others">{board.others}</h2>
      <RiskList cases={others} onOpen={onOpen} />
      <NotLoaded page={first} />
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
  const list = useOpenPage(page, changedAt)
  return (
    <>
      <RiskList cases={notIn(shown, list.value)} onOpen={onOpen} />
      <NotLoaded page={list} />
    </>
  )
}

/** A list that did not come must not look like a list that is empty. */
function NotLoaded({ page: { problem, reload } }: { page: OpenPage }) {
  if (!problem) return null
  return (
    <div class="card stack-tight" role="alert">
      <p>{words.value.board.othersNotLoaded}</p>
      <Button look="plain" onClick={() => void reload()}>
        {words.value.retry}
      </Button>
    </div>
  )
}

const notIn = (shown: Set<string>, list: List<CaseView> | undefined): CaseView[] =>
  list?.items.filter((it) => !shown.has(it.id)) ?? []

/** Looked at again whenever the board was. */
function useOpenPage(page: number, changedAt: Date | undefined): OpenPage {
  const found = useResource<List<CaseView>>(`/v1/cases?open=true&sort=slaDueAt&page_size=${PAGE_SIZE}&page=${page}`)
  useLookAgain(changedAt, found.reload)
  return found
}

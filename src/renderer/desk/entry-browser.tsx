import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { SearchX } from 'lucide-react'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { PageId } from '../../shared/content/index.ts'
import type { PageRow } from '../../shared/contract/index.ts'
import { useCommandHandler } from '../commands/index.ts'
import { announce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { SearchField } from '../ui/fields.tsx'
import { count } from '../words/counts.ts'
import { ChooseBar } from './choose-bar.tsx'
import { chosenAfter } from './chosen-rows.ts'
import { EntryList } from './entry-list.tsx'
import { findWanted } from './find-wanted.ts'
import { FullTextHits } from './full-text-hits.tsx'
import { ListFilters } from './list-filters.tsx'
import { type ListSearch, listSearch } from './list-search.ts'
import { narrowRows } from './narrow-rows.ts'
import { useFindText } from './use-find-text.ts'

interface EntryBrowserProps {
  rows: readonly PageRow[]
  what: 'page' | 'service'
  /** Where this list stands; the filters are kept in its address. */
  from: string
}

/** The search, the filters and the list; titles are found at once, words inside the pages beneath. */
export function EntryBrowser({ rows, what, from }: EntryBrowserProps) {
  const search = listSearch(useSearch({ strict: false }))
  const navigate = useNavigate()
  const router = useRouter()
  const box = useRef<HTMLDivElement>(null)

  const narrow = (change: Partial<ListSearch>) => {
    // Somebody who has opened a page already is on the way there, and is not called back by what they typed before.
    if (router.latestLocation.pathname !== from) return
    void navigate({ to: from, search: { ...search, ...change }, replace: true })
  }
  const [text, setText] = useFindText(search.find ?? '', typed => narrow({ find: typed === '' ? undefined : typed }))
  const find = useDeferredValue(text)
  const shown = useMemo(() => narrowRows(rows, { ...search, find }), [rows, search, find])
  const narrowed = text !== '' || Object.values(search).some(value => value !== undefined)
  const [chosen, setChosen] = useState<ReadonlySet<PageId>>(new Set())
  // One that is gone by now is not chosen any more.
  const chosenRows = useMemo(() => rows.filter(({ id }) => chosen.has(id)), [rows, chosen])
  const choose = (keys: 'all' | ReadonlySet<unknown>) => setChosen(now => chosenAfter(keys, shown, now))
  const all = () => {
    setText('')
    void navigate({ to: from, search: {}, replace: true })
  }

  useCommandHandler('find-page', () => box.current?.querySelector('input')?.focus())
  useEffect(() => {
    if (!findWanted.get()) return
    findWanted.set(false)
    // After the place itself has taken the focus.
    const timer = setTimeout(() => box.current?.querySelector('input')?.focus())
    return () => clearTimeout(timer)
  }, [])
  useSayCount(shown.length, what)

  return (
    <div className="sheet">
      <div className="list-tools" ref={box}>
        <SearchField label={`Find a ${what}`} value={text} onChange={setText} />
        <ListFilters rows={rows} search={search} what={what} onChange={narrow} />
      </div>
      <ChooseBar
        chosen={chosenRows}
        shown={shown}
        what={what}
        onChooseAll={() => choose('all')}
        onChooseNone={() => setChosen(new Set())}
      >
        {shown.length === rows.length
          ? count(rows.length, what)
          : shown.length === 0
            ? `None of ${count(rows.length, what)}`
            : `${count(shown.length, what)} of ${rows.length.toLocaleString('en-GB')}`}
        {narrowed && (
          <Button kind="bare" size="small" onPress={all}>
            Show all
          </Button>
        )}
      </ChooseBar>
      <EntryList
        label={what === 'page' ? 'Pages' : 'Services'}
        rows={shown}
        chosen={chosen}
        onChoose={choose}
        empty={
          <Empty
            icon={SearchX}
            title={`No ${what} title fits`}
            level={2}
            actions={<Button onPress={all}>Show all</Button>}
          >
            Try fewer or other words, or another section or state.
          </Empty>
        }
      />
      <FullTextHits text={find} kind={what} leaveOut={shown} />
    </div>
  )
}

/** Says the count politely once the typing pauses. */
function useSayCount(many: number, what: string) {
  const first = useRef(true)
  useEffect(() => {
    if (first.current) {
      first.current = false
      return
    }
    const timer = setTimeout(() => announce(`${count(many, what)} shown`), 600)
    return () => clearTimeout(timer)
  }, [many, what])
}

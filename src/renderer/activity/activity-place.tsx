import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { History } from 'lucide-react'
import { places } from '../app/places.ts'
import { orpc } from '../connection/api.ts'
import { Answer } from '../ui/answer.tsx'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { Place } from '../ui/place.tsx'
import { Rows } from '../ui/sheet.tsx'
import { ActRow } from './act-row.tsx'
import { ActivityFilters } from './activity-filters.tsx'
import { type ActivitySearch, activitySearch } from './activity-search.ts'

/** Everything that anybody did, newest first; any of it can be undone, not only the last. */
export function ActivityPlace() {
  const search = activitySearch(useSearch({ strict: false }))
  const navigate = useNavigate()
  const by = search.by ?? null
  const page = search.page ?? null
  const acts = useInfiniteQuery(
    orpc.activity.list.infiniteOptions({
      input: (after: string | null) => ({ by, page, after }),
      initialPageParam: null,
      getNextPageParam: last => (last.more ? (last.acts.at(-1)?.act ?? null) : undefined),
    }),
  )
  const narrow = (change: ActivitySearch) =>
    void navigate({ to: places.activity, search: { ...search, ...change }, replace: true })
  const showAll = (
    <Button onPress={() => void navigate({ to: places.activity, search: {}, replace: true })}>Show everything</Button>
  )
  return (
    <Place
      title="What was done"
      lead="Undo any of it: only what it changed goes back, and everything that was done since stays."
    >
      <Answer query={acts} reading="Reading what was done">
        {({ pages }) => {
          const list = pages.flatMap(part => part.acts)
          return (
            <div className="sheet">
              <ActivityFilters search={search} people={pages[0]?.people ?? []} onChange={narrow} />
              {list.length === 0 ? (
                <Empty icon={History} title="Nothing here" actions={showAll}>
                  Nobody has done this with that yet. Choose another person or page.
                </Empty>
              ) : (
                <Rows label="What was done, newest first">
                  {list.map(act => (
                    <ActRow key={act.act} act={act} />
                  ))}
                </Rows>
              )}
              {acts.hasNextPage && (
                <div className="sheet-foot">
                  <Button busy={acts.isFetchingNextPage} onPress={() => void acts.fetchNextPage()}>
                    Show earlier
                  </Button>
                </div>
              )}
            </div>
          )
        }}
      </Answer>
    </Place>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { ownWordsOf } from '../../../shared/checks/own-words.ts'
import type { CheckFacts } from '../../../shared/checks/rule.ts'
import { orpc } from '../../connection/api.ts'
import type { ValueStore } from '../../state/value-store.ts'

/** What the checks and the blocks know of the rest of the workspace, renewed whenever it changes. */
export function useFacts(facts: ValueStore<CheckFacts | null>): void {
  const { data } = useQuery(orpc.checks.facts.queryOptions())
  useEffect(() => {
    if (data === undefined) return
    const { titles, media, moving, today } = data
    const own = ownWordsOf(data)
    facts.set({ titles: new Map(titles), media: new Map(media), moving: new Set(moving), today, own })
  }, [data, facts])
}

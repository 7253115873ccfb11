import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { CheckFacts } from '../../../shared/checks/rule.ts'
import { orpc } from '../../connection/api.ts'
import type { ValueStore } from '../../state/value-store.ts'

/** What the checks and the blocks know of the rest of the workspace, renewed whenever it changes. */
export function useFacts(facts: ValueStore<CheckFacts | null>): void {
  const { data } = useQuery(orpc.checks.facts.queryOptions())
  useEffect(() => {
    if (data === undefined) return
    facts.set({ titles: new Map(data.titles), media: new Map(data.media), today: data.today })
  }, [data, facts])
}

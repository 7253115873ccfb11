import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import { Button } from './button.tsx'
import { Notice, RefusalNotice } from './notice.tsx'

interface AnswerProps<T> {
  query: UseQueryResult<T>
  /** What is being read, for the moment when it takes longer than a blink: “Reading the pages”. */
  reading: string
  children: (answer: Exclude<T, Refusal>) => ReactNode
}

/** What was asked of the main process: the answer, or the sentence why there is none, with a way to ask again. */
export function Answer<T>({ query, reading, children }: AnswerProps<T>) {
  if (query.data !== undefined) {
    if (isRefusal(query.data)) return <RefusalNotice refusal={query.data} actions={<AskAgain query={query} />} />
    return children(query.data as Exclude<T, Refusal>)
  }
  if (query.isError) {
    return (
      <Notice tone="stop" announced actions={<AskAgain query={query} />}>
        <p className="strong">Signpost could not read this.</p>
        <p>Your work is saved. Try again; if it happens again, close Signpost and start it once more.</p>
      </Notice>
    )
  }
  return (
    <p className="waiting" role="status">
      {reading}…
    </p>
  )
}

function AskAgain<T>({ query }: { query: UseQueryResult<T> }) {
  return (
    <Button size="small" onPress={() => void query.refetch()}>
      Try again
    </Button>
  )
}

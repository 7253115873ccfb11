import { useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import type { Recognised } from '../../shared/feedback/index.ts'
import { orpc } from '../connection/api.ts'
import { Notice } from '../ui/notice.tsx'
import { recognisedWords } from './words.ts'

/** What in these words may tell who somebody is. It warns; whoever writes decides. */
export function RecognisedNotice({ text, where }: { text: string; where: string }) {
  const asked = useDeferredValue(text)
  const found = useQuery(
    orpc.feedback.recognise.queryOptions({ input: { text: asked.slice(0, 20_000) }, placeholderData: last => last }),
  ).data
  if (asked.trim() === '' || found === undefined || found.length === 0) return null
  return (
    <Notice tone="warn" announced>
      <p className="strong">Somebody may be recognised {where}.</p>
      <RecognisedList found={found} />
      <p>Write it so that nobody can tell who it is: “my son” instead of a name, “a school” instead of which one.</p>
    </Notice>
  )
}

export function RecognisedList({ found }: { found: readonly Recognised[] }) {
  return (
    <ul className="recognised">
      {found.map(({ kind, words, start }) => (
        <li key={`${start} ${kind}`}>
          <mark>{words}</mark> {recognisedWords[kind]}
        </li>
      ))}
    </ul>
  )
}

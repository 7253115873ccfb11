import type { ReviewView } from '../connection/answers.ts'
import { count } from '../words/counts.ts'
import { DismissedWords } from './dismissed-words.tsx'

/** What the checks would say, had nobody let it be: whoever reviews the page judges that too. */
export function DismissedFold({ dismissed }: Pick<ReviewView, 'dismissed'>) {
  if (dismissed.length === 0) return null
  return (
    <details className="dismissed">
      <summary>
        {count(dismissed.length, 'problem')} that somebody said {dismissed.length === 1 ? 'is' : 'are'} none here
      </summary>
      <ul className="dismissed-list">
        {dismissed.map(each => (
          <li key={each.id} className="card">
            <p className="strong">{each.message}</p>
            <DismissedWords {...each} />
          </li>
        ))}
      </ul>
    </details>
  )
}

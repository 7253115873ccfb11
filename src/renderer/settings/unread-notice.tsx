import { useQuery } from '@tanstack/react-query'
import { orpc } from '../connection/api.ts'
import { Notice } from '../ui/notice.tsx'

/** What somebody wrote by hand into the file of the settings, that belongs to this sheet, and that nobody can read. */
export function UnreadNotice({ under }: { under: string }) {
  const { data = [] } = useQuery(orpc.settings.unread.queryOptions())
  return data
    .filter(each => each.under === under)
    .map(({ path, sentence, nextStep }) => (
      <Notice key={path} tone="warn">
        <p>
          {sentence} {nextStep}
        </p>
      </Notice>
    ))
}

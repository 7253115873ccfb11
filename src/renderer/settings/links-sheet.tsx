import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api, orpc } from '../connection/api.ts'
import { settled } from '../connection/use-request.ts'
import { CheckField } from '../ui/fields.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { sayRefusal } from '../ui/toasts.tsx'

/** Whether Signpost may ask other sites, in the background, if the pages that links lead to are still there. */
export function LinksSheet() {
  const queries = useQueryClient()
  const links = useQuery(orpc.site.links.queryOptions()).data

  async function choose(on: boolean) {
    if (sayRefusal(await settled(() => api.site.setLooksAtLinks({ on })))) return
    await queries.invalidateQueries({ queryKey: orpc.site.links.key() })
  }

  return (
    <Sheet title="Links out" note="on this laptop">
      <div className="sheet-body">
        <CheckField
          isSelected={links?.state.on ?? true}
          isDisabled={links === undefined}
          onChange={on => void choose(on)}
        >
          Look in the background whether links to other sites still work
        </CheckField>
        <p className="soft">
          Each page is asked for about once a week, slowly, and under Signpost’s own name. Nothing of yours is sent.
        </p>
      </div>
    </Sheet>
  )
}

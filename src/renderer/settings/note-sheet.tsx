import { useQueryClient } from '@tanstack/react-query'
import { api, orpc } from '../connection/api.ts'
import { useHello } from '../connection/session.ts'
import { settled } from '../connection/use-request.ts'
import { CheckField } from '../ui/fields.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { sayRefusal } from '../ui/toasts.tsx'

/** Whether the system may say once a day what waits; a browser's window has no way to say it. */
export function NoteSheet() {
  const hello = useHello().data
  const queries = useQueryClient()

  async function choose(on: boolean) {
    if (sayRefusal(await settled(() => api.start.setTellsOfWeek({ on })))) return
    queries.setQueryData(orpc.start.hello.queryKey(), now => now && { ...now, tellsOfWeek: on })
  }

  return (
    <Sheet title="Once a day" note="on this laptop">
      <div className="sheet-body">
        <CheckField
          isSelected={hello?.tellsOfWeek ?? true}
          isDisabled={hello === undefined}
          onChange={on => void choose(on)}
        >
          Say once a day how many things need you this week
        </CheckField>
        <p className="soft">
          {hello?.shell === 'loopback'
            ? 'This is said by Signpost’s own window only. Here Signpost is open in a browser, and says nothing.'
            : 'One quiet sentence from your laptop, and none on a day on which nothing needs you.'}
        </p>
      </div>
    </Sheet>
  )
}

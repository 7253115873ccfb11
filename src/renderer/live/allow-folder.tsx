import { useQueryClient } from '@tanstack/react-query'
import { api, orpc } from '../connection/api.ts'
import { useRequest } from '../connection/use-request.ts'
import { Button } from '../ui/button.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { say } from '../ui/toasts.tsx'

/**
 * A workspace may name a folder to write the site into; a workspace can come from anywhere, so each computer is asked once
 * before anything is written outside of it.
 */
export function AllowFolder({ path }: { path: string }) {
  const queries = useQueryClient()
  const allow = useRequest(api.live.allowFolder)

  async function run() {
    if ((await allow.run({ path })) === null) return
    await queries.invalidateQueries({ queryKey: orpc.live.key() })
    say('This laptop may write the site there.')
  }

  return (
    <div className="allow-folder">
      <RefusalNotice refusal={allow.refusal} />
      <Button size="small" busy={allow.busy} onPress={() => void run()}>
        Allow this folder
      </Button>
    </div>
  )
}

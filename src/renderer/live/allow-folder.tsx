import { api } from '../connection/api.ts'
import { useRequest } from '../connection/use-request.ts'
import { Button } from '../ui/button.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { say } from '../ui/toasts.tsx'

/**
 * A workspace may name a folder to write the site into; a workspace can come from anywhere, so each computer is asked once
 * before anything is written outside of it.
 */
export function AllowFolder({ path }: { path: string }) {
  const allow = useRequest(api.live.allowFolder)
  return (
    <div className="allow-folder">
      <RefusalNotice refusal={allow.refusal} />
      <Button
        size="small"
        busy={allow.busy}
        onPress={async () => {
          if ((await allow.run({ path })) !== null) say('This computer may write the site there.')
        }}
      >
        Allow this folder
      </Button>
    </div>
  )
}

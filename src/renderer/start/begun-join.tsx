import { useQueryClient } from '@tanstack/react-query'
import type { Hello } from '../connection/answers.ts'
import { api, orpc } from '../connection/api.ts'
import { useRequest } from '../connection/use-request.ts'
import { Button } from '../ui/button.tsx'
import { Notice, RefusalNotice } from '../ui/notice.tsx'
import { fileSize } from '../words/counts.ts'

/** Says how much of a workspace is here from an earlier try, which joining goes on with; and the way to be rid of it. */
export function BegunJoin({ begun }: { begun: Hello['joining'][number] }) {
  const queries = useQueryClient()
  const removing = useRequest(api.start.giveUpJoin)
  async function remove() {
    await removing.run({ folder: begun.folder })
    await queries.invalidateQueries({ queryKey: orpc.start.hello.queryKey() })
  }
  return (
    <>
      <Notice
        actions={
          <Button size="small" busy={removing.busy} onPress={() => void remove()}>
            Remove what has come
          </Button>
        }
      >
        <p>{`${fileSize(begun.bytes)} of this workspace are on this laptop from an earlier try. Join, and it goes on from there.`}</p>
      </Notice>
      <RefusalNotice refusal={removing.refusal} />
    </>
  )
}

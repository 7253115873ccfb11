import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../activity/use-act.ts'
import { api, orpc } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { Button } from '../ui/button.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { Row, Rows, Sheet } from '../ui/sheet.tsx'
import { count } from '../words/counts.ts'

/** Files among the pages that are none: what each is, what is safe, and what to do. Nothing where all is well. */
export function LeftOutSheet({ folder }: { folder: 'pages' | 'services' }) {
  const readOnly = useOpened().readOnly !== null
  const files = useQuery(orpc.pages.leftOut.queryOptions()).data
  const [asked, setAsked] = useState<string | null>(null)
  const putBack = useAct(api.pages.putPageBack)
  const here = files?.filter(({ path }) => (folder === 'services') === path.startsWith('services/')) ?? []
  if (here.length === 0) return null

  async function run(path: string) {
    setAsked(path)
    const back = await putBack.run({ path })
    if (back !== null)
      void putBack.sayDone(`The page is back. The other file is kept as “${back.kept}” in the workspace’s folder.`)
  }

  return (
    <Sheet title="Not shown as pages" note={count(here.length, 'file')}>
      <Rows label="Files that are not shown as pages">
        {here.map(({ path, sentence, nextStep, canPutBack }) => (
          <Row
            key={path}
            title={sentence}
            actions={
              canPutBack && (
                <Button
                  size="small"
                  about={path}
                  isDisabled={readOnly}
                  busy={putBack.busy && asked === path}
                  onPress={() => void run(path)}
                >
                  Put the earlier version back
                </Button>
              )
            }
          >
            {nextStep}
          </Row>
        ))}
      </Rows>
      <RefusalNotice refusal={putBack.refusal} />
    </Sheet>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PageId } from '../../shared/content/index.ts'
import type { Version } from '../../shared/contract/index.ts'
import { orpc } from '../connection/api.ts'
import { useNow } from '../state/use-now.ts'
import { Answer } from '../ui/answer.tsx'
import { Button } from '../ui/button.tsx'
import { Row, Rows, Sheet } from '../ui/sheet.tsx'
import { dayAndTime } from '../words/dates.ts'
import { VersionDialog } from './version-dialog.tsx'

interface WhoWroteProps {
  id: PageId
  title: string
  /** Newest first. */
  versions: readonly Version[]
}

/** Each part of the page as it is now, with who last changed it, and why. */
export function WhoWrote({ id, title, versions }: WhoWroteProps) {
  const paragraphs = useQuery(orpc.pages.paragraphs.queryOptions({ input: { id } }))
  const [shown, setShown] = useState<Version | null>(null)
  const now = useNow()
  const place = shown === null ? -1 : versions.findIndex(({ version }) => version === shown.version)
  return (
    <Sheet title="Who last changed each part">
      <Answer query={paragraphs} reading="Reading who wrote what">
        {list => (
          <Rows label="Parts of the page">
            {list.map(({ words, version, why }, index) => (
              <Row
                key={index}
                title={words}
                actions={
                  <Button size="small" about={`“${words.slice(0, 60)}”`} onPress={() => setShown(version)}>
                    See the change
                  </Button>
                }
              >
                {version.by.name}, {dayAndTime(version.at, now)}: {version.sentence}.{why !== '' && ` “${why}”`}
              </Row>
            ))}
          </Rows>
        )}
      </Answer>
      {shown && (
        <VersionDialog
          id={id}
          title={title}
          version={shown}
          before={versions[place + 1] ?? null}
          onClose={() => setShown(null)}
        />
      )}
    </Sheet>
  )
}

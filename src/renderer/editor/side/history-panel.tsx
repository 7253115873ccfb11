import { useQuery } from '@tanstack/react-query'
import type { Editor } from '@tiptap/react'
import { useState } from 'react'
import type { Version } from '../../../shared/contract/index.ts'
import { useAct } from '../../activity/use-act.ts'
import { api, orpc } from '../../connection/api.ts'
import { useNow } from '../../state/use-now.ts'
import { Answer } from '../../ui/answer.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { firstName } from '../../words/counts.ts'
import { dayAndTime } from '../../words/dates.ts'
import type { PageSession } from '../session/page-session.ts'
import { CompareDialog } from './compare-dialog.tsx'
import { ParagraphHere } from './paragraph-here.tsx'

interface HistoryPanelProps {
  editor: Editor
  session: PageSession
  readOnly: boolean
}

/** What happened to the page, newest first, in plain words. */
export function HistoryPanel({ editor, session, readOnly }: HistoryPanelProps) {
  const versions = useQuery(orpc.pages.history.queryOptions({ input: { id: session.id } }))
  const [compared, setCompared] = useState<Version | null>(null)
  const [asked, setAsked] = useState<Version | null>(null)
  const putBack = useAct(api.pages.putBack)
  const now = useNow()
  const when = ({ at }: Version) => dayAndTime(at, now)

  async function back(version: Version) {
    // What is typed now is a version of its own first: it stays in this list.
    if ((await session.save()) !== null) return
    const done = await session.quietly(() => putBack.run({ id: session.id, version: version.version }))
    if (done === null) return
    setAsked(null)
    void putBack.sayDone(
      `The version of ${when(version)} is the newest one now. What came after it stays in the history.`,
    )
  }

  return (
    <Answer query={versions} reading="Reading the history">
      {list =>
        list.length === 0 ? (
          <p className="soft side-empty">
            No version yet. What you type is kept all the time; a version is made when you pause or leave the page.
          </p>
        ) : (
          <>
            <ParagraphHere editor={editor} session={session} />
            <ol className="version-list" aria-label="Versions, newest first">
              {list.map((version, index) => (
                <li key={version.version} className="version">
                  <p>
                    <strong>{version.sentence}</strong> {version.live && <Chip tone="good">Families saw this</Chip>}
                  </p>
                  <p className="soft">
                    {firstName(version.by.name)}, {when(version)}
                  </p>
                  <div className="actions">
                    <Button
                      size="small"
                      about={`the version of ${when(version)} with now`}
                      onPress={() => setCompared(version)}
                    >
                      Compare with now
                    </Button>
                    {index > 0 && (
                      <Button
                        size="small"
                        kind="bare"
                        about={`the version of ${when(version)}`}
                        isDisabled={readOnly}
                        onPress={() => setAsked(version)}
                      >
                        Put this back…
                      </Button>
                    )}
                  </div>
                </li>
              ))}
            </ol>
            {compared !== null && (
              <CompareDialog editor={editor} session={session} version={compared} onClose={() => setCompared(null)} />
            )}
            <Confirm
              isOpen={asked !== null}
              onClose={() => setAsked(null)}
              title={asked === null ? '' : `Put back the version of ${when(asked)}?`}
              keep="Leave the page as it is"
              act="Put it back"
              kind="main"
              busy={putBack.busy}
              refusal={putBack.refusal}
              onAct={() => {
                if (asked !== null) void back(asked)
              }}
            >
              <p>
                The page then reads as it did. Nothing in between is lost: the words of now become a version too, and
                every version stays in this list.
              </p>
            </Confirm>
          </>
        )
      }
    </Answer>
  )
}

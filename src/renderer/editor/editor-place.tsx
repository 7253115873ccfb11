import { useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { type PageId, pageIdSchema } from '../../shared/content/index.ts'
import { isRefusal } from '../../shared/outcome.ts'
import { MissingPlace } from '../app/missing-place.tsx'
import { places } from '../app/places.ts'
import { onPagesChanged } from '../connection/changed-pages.ts'
import { useOpened } from '../connection/session.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { Place } from '../ui/place.tsx'
import { PageEditor } from './page/page-editor.tsx'
import { usePageSession } from './session/use-session.ts'

/** A page or a service, open for writing. */
export function EditorPlace() {
  const id = pageIdSchema.safeParse(useParams({ strict: false }).id)
  if (!id.success) return <MissingPlace />
  return <OpenedPage key={id.data} id={id.data} />
}

function OpenedPage({ id }: { id: PageId }) {
  const { workspace } = useOpened()
  const [turn, setTurn] = useState(0)
  const session = usePageSession(id, workspace, turn)

  useEffect(() => {
    if (session === null || isRefusal(session)) return
    return onPagesChanged(ids => {
      if (ids === null || ids.includes(id)) void session.changedElsewhere()
    })
  }, [session, id])

  if (session === null) {
    return (
      <p className="waiting" role="status">
        Opening the page…
      </p>
    )
  }
  if (isRefusal(session)) {
    return (
      <Place title="This page could not be opened">
        <RefusalNotice
          refusal={session}
          actions={
            <>
              <Button size="small" onPress={() => setTurn(turn + 1)}>
                Try again
              </Button>
              <LinkButton size="small" kind="bare" href={places.pages}>
                All pages
              </LinkButton>
            </>
          }
        />
      </Place>
    )
  }
  return <PageEditor session={session} />
}

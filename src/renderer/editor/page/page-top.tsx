import { useQuery } from '@tanstack/react-query'
import { Eye } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { places, sectionPlace } from '../../app/places.ts'
import { orpc } from '../../connection/api.ts'
import { useOpened, useSectionTitle } from '../../connection/session.ts'
import { EntryMenu } from '../../desk/entry-menu.tsx'
import { useNow } from '../../state/use-now.ts'
import { Button } from '../../ui/button.tsx'
import { PlaceLink } from '../../ui/link.tsx'
import { Place } from '../../ui/place.tsx'
import { useKeptFocus } from '../../ui/use-kept-focus.ts'
import { atWork } from '../../words/at-work.ts'
import type { PageSession } from '../session/page-session.ts'
import { useSessionView } from '../session/use-session.ts'
import { NextStep } from './next-step.tsx'
import { SavingLine } from './saving-line.tsx'

interface PageTopProps {
  session: PageSession
  readOnly: boolean
  previewButton: RefObject<HTMLButtonElement | null>
  onPreview: () => void
  onReview: () => void
  children: ReactNode
}

/** Where the page is, what it is called, where its words are, and the two things to do with it. */
export function PageTop({ session, readOnly, previewButton, onPreview, onReview, children }: PageTopProps) {
  // What can be done next is another thing once it is done.
  const keepFocus = useKeptFocus(previewButton)
  useSessionView(session, view => view.state)
  const title = useSessionView(session, view => view.entry.fields.title)
  const kind = useSessionView(session, view => view.entry.kind)
  const section = useSessionView(session, view => view.section)
  const sectionTitle = useSectionTitle()
  const row = useQuery(orpc.pages.list.queryOptions()).data?.find(({ id }) => id === session.id)
  const colleague = atWork(row?.changed ?? null, useOpened().me?.name ?? null, useNow())
  return (
    <Place
      long
      title={title.trim() === '' ? 'Page without a title' : title}
      lead={
        <>
          <SavingLine session={session} />
          {colleague !== null && <p className="saving-line">{colleague}. You can both write: both changes are kept.</p>}
        </>
      }
      crumbs={
        kind === 'service' ? (
          <PlaceLink href={places.services}>Services</PlaceLink>
        ) : (
          <>
            <PlaceLink href={places.pages}>Pages</PlaceLink> ›{' '}
            <PlaceLink href={sectionPlace(section)}>{sectionTitle(section)}</PlaceLink>
          </>
        )
      }
      actions={
        <>
          <Button ref={previewButton} icon={Eye} onPress={onPreview}>
            Preview
          </Button>
          <span className="next-step" {...keepFocus}>
            <NextStep session={session} readOnly={readOnly} onReview={onReview} />
          </span>
          {row !== undefined && <EntryMenu row={row} />}
        </>
      }
    >
      {children}
    </Place>
  )
}

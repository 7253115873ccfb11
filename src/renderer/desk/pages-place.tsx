import { useQuery } from '@tanstack/react-query'
import { FilePlus, FileText, Trash2 } from 'lucide-react'
import { openDialog } from '../app/dialogs.ts'
import { places } from '../app/places.ts'
import { orpc } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { Answer } from '../ui/answer.tsx'
import { Button, LinkButton } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { Place } from '../ui/place.tsx'
import { EntryBrowser } from './entry-browser.tsx'
import { LeftOutSheet } from './left-out-sheet.tsx'

/** Every page of the workspace, found as you type. */
export function PagesPlace() {
  const { readOnly } = useOpened()
  const pages = useQuery(orpc.pages.list.queryOptions({ select: rows => rows.filter(row => row.kind === 'page') }))
  const newPage = (
    <Button kind="main" icon={FilePlus} isDisabled={readOnly !== null} onPress={() => openDialog('new-page')}>
      New page
    </Button>
  )
  return (
    <Place
      title="Pages"
      actions={
        <>
          <LinkButton kind="bare" icon={Trash2} href={places.bin}>
            Recently deleted
          </LinkButton>
          {newPage}
        </>
      }
    >
      <LeftOutSheet folder="pages" />
      <Answer query={pages} reading="Reading the pages">
        {rows =>
          rows.length === 0 ? (
            <Empty icon={FileText} title="No pages yet" actions={newPage}>
              Start with the page that families ask for most. You choose a kind, and the headings that such a page needs
              are there already.
            </Empty>
          ) : (
            <EntryBrowser rows={rows} what="page" from={places.pages} />
          )
        }
      </Answer>
    </Place>
  )
}

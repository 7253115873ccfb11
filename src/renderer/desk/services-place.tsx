import { useQuery } from '@tanstack/react-query'
import { FilePlus, MapPin } from 'lucide-react'
import { openDialog } from '../app/dialogs.ts'
import { places } from '../app/places.ts'
import { orpc } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { SpreadsheetButtons } from '../services/spreadsheet-buttons.tsx'
import { Answer } from '../ui/answer.tsx'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { Place } from '../ui/place.tsx'
import { EntryBrowser } from './entry-browser.tsx'
import { LeftOutSheet } from './left-out-sheet.tsx'

/** The directory: groups, clinics, clubs and everything else that families can go to or ring. */
export function ServicesPlace() {
  const { readOnly } = useOpened()
  const services = useQuery(
    orpc.pages.list.queryOptions({ select: rows => rows.filter(row => row.kind === 'service') }),
  )
  const newService = (
    <Button kind="main" icon={FilePlus} isDisabled={readOnly !== null} onPress={() => openDialog('new-service')}>
      New service
    </Button>
  )
  return (
    <Place
      title="Services"
      lead="The directory: groups, clinics and clubs, each with how to reach it."
      actions={
        <>
          {newService}
          <SpreadsheetButtons />
        </>
      }
    >
      <LeftOutSheet folder="services" />
      <Answer query={services} reading="Reading the services">
        {rows =>
          rows.length === 0 ? (
            <Empty icon={MapPin} title="No services yet" actions={newService}>
              Add the first one: its name, what it does, who it is for and how to reach it. Or bring in a list that you
              have as a spreadsheet.
            </Empty>
          ) : (
            <EntryBrowser rows={rows} what="service" from={places.services} />
          )
        }
      </Answer>
    </Place>
  )
}

import { FileSpreadsheet, FileUp } from 'lucide-react'
import { useState } from 'react'
import { api } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { useRequest } from '../connection/use-request.ts'
import { saveAs } from '../state/save-as.ts'
import { Button } from '../ui/button.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { say } from '../ui/toasts.tsx'
import { count } from '../words/counts.ts'
import { BringInServicesDialog } from './bring-in-services-dialog.tsx'

/** The directory out as a spreadsheet, and in from one. With no service yet, the file shows how its columns are called. */
export function SpreadsheetButtons() {
  const { readOnly } = useOpened()
  const make = useRequest(api.services.file)
  const [brings, setBrings] = useState(false)

  async function save() {
    const file = await make.run(undefined)
    if (file === null) return
    saveAs(file.name, file.text, 'text/csv')
    say(`“${file.name}” has ${count(file.services, 'service')}. It is where your browser or laptop puts downloads.`)
  }

  return (
    <>
      <Button icon={FileUp} isDisabled={readOnly !== null} onPress={() => setBrings(true)}>
        Bring in from a spreadsheet…
      </Button>
      <Button icon={FileSpreadsheet} busy={make.busy} onPress={() => void save()}>
        Save as a spreadsheet
      </Button>
      <RefusalNotice refusal={make.refusal} />
      {brings && <BringInServicesDialog onClose={() => setBrings(false)} />}
    </>
  )
}

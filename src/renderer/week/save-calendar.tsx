import { CalendarArrowDown } from 'lucide-react'
import { api } from '../connection/api.ts'
import { useRequest } from '../connection/use-request.ts'
import { saveAs } from '../state/save-as.ts'
import { Button } from '../ui/button.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { say } from '../ui/toasts.tsx'
import { count } from '../words/counts.ts'

/** The review dates of the year ahead as a file for Outlook and other calendars: those that the screen is about. */
export function SaveCalendar({ mine }: { mine: boolean }) {
  const make = useRequest(api.week.calendar)

  async function save() {
    const file = await make.run({ mine })
    if (file === null) return
    if (file.pages === 0) {
      say('No page has a review date in the year ahead, so there is no file to save.', 'info')
      return
    }
    saveAs(file.name, file.text, 'text/calendar')
    say(`“${file.name}” has ${count(file.pages, 'page')}. Open it, and your calendar takes the dates.`, 'good')
  }

  return (
    <>
      <Button icon={CalendarArrowDown} busy={make.busy} onPress={() => void save()}>
        Save as a calendar file
      </Button>
      <RefusalNotice refusal={make.refusal} />
    </>
  )
}

import { places } from '../app/places.ts'
import { LinkButton } from '../ui/button.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { UnreadNotice } from './unread-notice.tsx'

/** The way to what the checks do, which is a list of its own. */
export function ChecksSheet() {
  return (
    <Sheet title="Checks" note="for the whole team">
      <UnreadNotice under="Checks" />
      <div className="sheet-body">
        <p className="settings-lead">
          Which checks stop publishing, which warn, and which say nothing. As they come, few stop, and an ordinary good
          page shows nothing.
        </p>
        <LinkButton href={places.checks}>What the checks do</LinkButton>
      </div>
    </Sheet>
  )
}

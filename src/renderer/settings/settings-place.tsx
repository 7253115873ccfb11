import { WithContents } from '../ui/contents.tsx'
import { Place } from '../ui/place.tsx'
import { CalendarSheet } from './calendar-sheet.tsx'
import { ChecksSheet } from './checks-sheet.tsx'
import { ConnectionSheet } from './connection-sheet.tsx'
import { LinksSheet } from './links-sheet.tsx'
import { MeSheet } from './me-sheet.tsx'
import { NoteSheet } from './note-sheet.tsx'
import { OwnWordsSheet } from './own-words-sheet.tsx'
import { ThemeSheet } from './theme-sheet.tsx'
import { WebHostsSheet } from './web-hosts-sheet.tsx'
import { WorkspaceSheets } from './workspace-sheets.tsx'
import './settings.css'

/** What belongs to this computer (me, the look, the connection), then what the whole team shares. */
export function SettingsPlace() {
  return (
    <Place title="Settings">
      <WithContents label="What is in Settings">
        <MeSheet />
        <ThemeSheet />
        <NoteSheet />
        <CalendarSheet />
        <LinksSheet />
        <ConnectionSheet />
        <WebHostsSheet />
        <OwnWordsSheet />
        <ChecksSheet />
        <WorkspaceSheets />
      </WithContents>
    </Place>
  )
}

import { useRouter } from '@tanstack/react-router'
import { redoLast, undoLast } from '../activity/undo.ts'
import { useCommandHandler } from '../commands/index.ts'
import { api } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { settled } from '../connection/use-request.ts'
import { findWanted } from '../desk/find-wanted.ts'
import { testWanted } from '../settings/test-wanted.ts'
import { announce } from '../ui/announce.tsx'
import { sayRefusal } from '../ui/toasts.tsx'
import { sharingWords } from '../words/sharing.ts'
import { openDialog } from './dialogs.ts'
import { places } from './places.ts'

/** The commands that work wherever one is in an open workspace. */
export function useWindowCommands(): void {
  const { readOnly, alone } = useOpened()
  const { history } = useRouter()
  const go = (place: string) => () => history.push(place)

  useCommandHandler('go-week', go(places.week))
  useCommandHandler('go-pages', go(places.pages))
  useCommandHandler('go-services', go(places.services))
  useCommandHandler('go-review', go(places.review))
  useCommandHandler('go-checklists', go(places.checklists))
  useCommandHandler('go-families', go(places.families))
  useCommandHandler('go-reports', go(places.reports))
  useCommandHandler('go-site', go(places.site))
  useCommandHandler('go-live', go(places.live))
  useCommandHandler('go-settings', go(places.settings))
  useCommandHandler('go-media', go(places.media))
  useCommandHandler('go-bin', go(places.bin))
  useCommandHandler('go-done', go(places.activity))
  // An open page answers for its own text before these do.
  useCommandHandler('undo', () => void undoLast(), readOnly === null)
  useCommandHandler('redo', () => void redoLast(), readOnly === null)
  useCommandHandler('publish', go(places.live))
  useCommandHandler('find-page', () => {
    findWanted.set(true)
    history.push(places.pages)
  })
  useCommandHandler('test-connection', () => {
    testWanted.set(true)
    history.push(places.settings)
  })
  useCommandHandler('open-workspace', go(places.start))
  useCommandHandler('command-palette', () => openDialog('palette'))
  useCommandHandler('shortcuts', () => openDialog('shortcuts'))
  useCommandHandler('new-page', () => openDialog('new-page'), readOnly === null)
  useCommandHandler('close-workspace', () => void settled(() => api.start.close()).then(sayRefusal))
  useCommandHandler('share-now', () => void shareNow(), !alone)
}

/** The side of the window shows how it went by itself; whoever does not see it is told. */
async function shareNow(): Promise<void> {
  const state = await settled(() => api.sync.now())
  if (sayRefusal(state)) return
  const { head, rest } = sharingWords(state, new Date())
  announce(`${head}. ${rest}`)
}

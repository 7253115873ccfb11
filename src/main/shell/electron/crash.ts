import { type BrowserWindow, dialog } from 'electron'
import { mayTryAgain } from './crash-limit.ts'

export interface CrashDeps {
  window: BrowserWindow
  now: () => number
  /** Ends the program in the ordinary way. */
  quit(): void
}

/** A window that crashed is loaded again: what was typed is on disk. One that crashes again and again says so instead. */
export function surviveCrashes({ window, now, quit }: CrashDeps): void {
  const crashes: number[] = []
  window.webContents.on('render-process-gone', (_, { reason }) => {
    if (reason === 'clean-exit') return
    const again = mayTryAgain(crashes, now())
    crashes.push(now())
    if (again) {
      window.webContents.reload()
      return
    }
    dialog.showErrorBox(
      'Signpost’s window keeps stopping',
      'Your work is safe on this laptop. Close other programs and start Signpost again; if the window stops again, start it with “signpost open --shell loopback”.',
    )
    quit()
  })
  window.on('unresponsive', () => {
    void askToWait(window)
  })
}

async function askToWait(window: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: 'Signpost’s window does not answer',
    detail: 'What you typed is on this laptop, up to the last second. You can wait, or load the window again.',
    buttons: ['Wait', 'Load again'],
    defaultId: 0,
    cancelId: 0,
  })
  if (response === 1) window.webContents.forcefullyCrashRenderer()
}

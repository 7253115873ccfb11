import { app, type Session, shell, type WebContents } from 'electron'
import { externalAddress } from '../external-address.ts'
import { isPreviewAddress, isWindowAddress } from './scheme.ts'

/**
 * What no page in Signpost may do, whoever wrote it: leave its address, open a window, embed another browser, or ask for a
 * camera, a place or a file. Set on the application, so that contents made in any other way are guarded too.
 */
export function guardContents(): void {
  app.on('web-contents-created', (_, contents) => {
    refuseNavigation(contents)
    contents.setWindowOpenHandler(({ url }) => {
      void openOutside(url)
      return { action: 'deny' }
    })
    contents.on('will-attach-webview', event => event.preventDefault())
  })
}

/** The window stays where it is, and a frame in it shows the preview only; a link to elsewhere opens in the browser. */
function refuseNavigation(contents: WebContents): void {
  contents.on('will-frame-navigate', event => {
    if (event.isMainFrame ? isSamePage(event.url, contents.getURL()) : isPreviewAddress(event.url)) return
    event.preventDefault()
    if (event.isMainFrame) void openOutside(event.url)
  })
  contents.on('will-redirect', event => event.preventDefault())
}

/** To load the page again is not to leave it. */
function isSamePage(url: string, present: string): boolean {
  return isWindowAddress(url) && url.split('#')[0] === present.split('#')[0]
}

/** Gives an address to the system, if it is one for a browser or a mail program. */
export async function openOutside(url: string): Promise<void> {
  const address = externalAddress(url)
  if (address !== null) await shell.openExternal(address)
}

/** Electron allows everything that is not refused: each of its four doors has to be shut. */
export function refusePermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null))
}

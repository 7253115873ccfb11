import type { Page } from 'playwright-core'
import { everythingIsShared, goTo, press, reads } from './screen.ts'
import type { WebHost } from './web-server.ts'

/** Says where the site goes, to a folder and through the shared copy, and lets this computer write there. */
export async function allowTargets(page: Page, web: WebHost): Promise<void> {
  await goTo(page, 'Settings')
  await page.getByRole('textbox', { name: 'Address of the site' }).fill(web.address)
  await press(page, 'Add a folder')
  await page.getByRole('textbox', { name: 'Folder on this laptop or the network' }).fill(web.folder)
  await press(page, 'Publish through the shared copy')
  await press(page, 'Keep these settings')
  await reads(page, 'The settings are kept')
  await goTo(page, 'Live site')
  await press(page, 'Allow this folder')
  await everythingIsShared(page)
}

import { homedir } from 'node:os'
import { relative, resolve, sep } from 'node:path'
import { type Refusal, refuse } from '../../shared/outcome.ts'

/**
 * Folders that another program copies between computers. Two such programs at one set of files lose work: the copying
 * one writes half-made files back, makes “conflicted copies” inside the history, and takes files away to save room.
 */
const keptInStep: { name: string; part: RegExp }[] = [
  { name: 'OneDrive', part: /^(onedrive( ?[-–] ?.+)?|sharepoint)$/i },
  { name: 'Dropbox', part: /^dropbox( \(.+\))?$/i },
  { name: 'iCloud Drive', part: /^(icloud ?drive|com~apple~clouddocs|mobile documents)$/i },
  { name: 'Google Drive', part: /^(google ?drive(-.+)?|googledrivefs|my drive)$/i },
  { name: 'Box', part: /^(box|box sync|box-box)$/i },
  { name: 'Nextcloud', part: /^(nextcloud|owncloud)$/i },
]

const named: { variable: string; name: string }[] = [
  { variable: 'OneDrive', name: 'OneDrive' },
  { variable: 'OneDriveCommercial', name: 'OneDrive' },
  { variable: 'OneDriveConsumer', name: 'OneDrive' },
]

/** The program that copies this folder between computers, as far as its path and Windows' own variables tell. */
export function syncedBy(
  folder: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
  home: string = homedir(),
): string | null {
  const path = resolve(folder)
  for (const { variable, name } of named) {
    const root = env[variable]
    if (root && isWithin(resolve(root), path)) return name
  }
  // The name of the home folder itself says nothing: somebody may be called Box.
  const below = isWithin(resolve(home), path) ? relative(resolve(home), path) : path
  const parts = below.split(/[/\\]/)
  return keptInStep.find(({ part }) => parts.some(one => part.test(one)))?.name ?? null
}

export function refuseSynced(name: string): Refusal {
  return refuse(
    'synced-folder',
    `This folder is inside ${name}. ${name} and Signpost would both copy the same files between laptops, and work can be lost that way. Nothing was made.`,
    `Choose a folder outside ${name}. Signpost shares your pages with your colleagues by itself.`,
  )
}

function isWithin(root: string, path: string): boolean {
  const way = relative(root, path)
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || /^([a-z]:|[/\\])/i.test(way))
}

/** The first Node.js that has what the program is written with; `package.json` says the same. */
export const oldestNode = '22.12.0'

/** What is said of a Node.js that cannot run the program (`20.19.0`), or null. */
export function tooOld(version: string): string | null {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [needsMajor = 0, needsMinor = 0] = oldestNode.split('.').map(Number)
  if (major > needsMajor || (major === needsMajor && minor >= needsMinor)) return null
  return `Signpost needs Node.js ${oldestNode} or later, and this is ${version}. Nothing was done.\nGet a newer one from https://nodejs.org, then try again.\n`
}

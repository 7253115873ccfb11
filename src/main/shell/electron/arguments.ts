/**
 * What was asked of the program, without what Electron and Chromium are told: `electron FOLDER open team` in a checkout,
 * `signpost --ozone-platform=x11 open team` when installed. A switch after the first word belongs to the command.
 */
export function wishIn(argv: readonly string[], packaged: boolean): string[] {
  const own = argv.slice(packaged ? 1 : 2)
  const first = own.findIndex(
    argument => !argument.startsWith('--') || argument === '--help' || argument === '--version',
  )
  return first < 0 ? [] : own.slice(first)
}

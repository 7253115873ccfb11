/**
 * What was asked of the program, without what Electron and Chromium are told: `electron FOLDER open team` in a checkout,
 * `signpost --ozone-platform=x11 open team` when installed. A switch after the first word belongs to the command.
 */
export function wishIn(argv: readonly string[], packaged: boolean): string[] {
  const words = withoutSwitches(argv.slice(1))
  return packaged ? words : withoutSwitches(words.slice(1))
}

function withoutSwitches(words: readonly string[]): string[] {
  const first = words.findIndex(word => !word.startsWith('--') || word === '--help' || word === '--version')
  return first < 0 ? [] : words.slice(first)
}

import type { CheckView } from '../../shared/contract/index.ts'

/** What a check can do, in the words of the screen, the gravest first. */
export const levelWords: readonly { level: CheckView['usual']; label: string; help: string }[] = [
  { level: 'stops', label: 'Stops publishing', help: 'The page is held back until it is mended.' },
  { level: 'warns', label: 'Warns', help: 'Shown as harder to use; the page can be published.' },
  { level: 'informs', label: 'Informs', help: 'Shown as worth knowing.' },
  { level: 'off', label: 'Off', help: 'Says nothing, on any page.' },
]

export function levelLabel(level: CheckView['usual']): string {
  return levelWords.find(each => each.level === level)?.label ?? level
}

import type { CheckedPage, TextBlock } from '../rule.ts'

/** The blocks of a page that stand under no heading (and no title) of which `isAbout` is true: what is not about that. */
export function notAbout({ entry, texts }: CheckedPage, isAbout: (words: string) => boolean): TextBlock[] {
  if (isAbout(entry.fields.title)) return []
  const above: { level: number; about: boolean }[] = []
  return texts.filter(({ node, text }) => {
    if (node.type === 'heading') {
      while ((above.at(-1)?.level ?? 0) >= node.attrs.level) above.pop()
      above.push({ level: node.attrs.level, about: isAbout(text) })
    }
    return !above.some(({ about }) => about)
  })
}

/** The team's own words as they typed them: each line a paragraph, and lines that begin with a dash one list together. */
export type OwnBlock = { kind: 'paragraph'; text: string } | { kind: 'list'; items: string[] }

const bullet = /^[-•*]\s+/

export function blocksOf(own: string): OwnBlock[] {
  const blocks: OwnBlock[] = []
  for (const line of own.split('\n').map(each => each.trim())) {
    const last = blocks.at(-1)
    if (line === '') continue
    if (!bullet.test(line)) blocks.push({ kind: 'paragraph', text: line })
    else if (last?.kind === 'list') last.items.push(line.replace(bullet, ''))
    else blocks.push({ kind: 'list', items: [line.replace(bullet, '')] })
  }
  return blocks
}

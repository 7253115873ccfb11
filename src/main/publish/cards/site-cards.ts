import { hash } from 'node:crypto'
import { isRefusal, type Refusal } from '../../../shared/outcome.ts'
import { brandOf, type Card, type SiteInput } from '../../../shared/site/index.ts'
import type { PictureHand } from '../pictures/picture-hand.ts'
import type { ReadMedia } from '../put-parts.ts'
import { mediaOfSite } from '../site-files.ts'
import type { TreeWriter } from '../tree-writer.ts'
import { drawCard, type Mark } from './draw-card.ts'
import { type Letters, readLetters } from './letters.ts'

export interface SiteCards {
  /** Names what all of these pictures have in common. */
  look: string
  put(card: Card, tree: TreeWriter): Promise<void>
}

/** Of a picture drawn otherwise, so that each is drawn anew and has another name. */
const drawing = 1

/** The pictures beside links: those that the site has are taken over by their names, and the others drawn. */
export async function siteCards(
  { config, media }: SiteInput,
  { theme, readMedia }: { theme: string; readMedia: ReadMedia },
  hand: PictureHand,
): Promise<SiteCards | Refusal> {
  const [name] = mediaOfSite(config).filter(each => media.get(each)?.trouble === null)
  const logo = name === undefined ? null : await readMedia(name)
  if (isRefusal(logo)) return logo
  const brand = brandOf(config)
  const mark = async () => (logo === null ? null : await hand.mark(logo))
  let kept: { letters: Letters; mark: Mark | null } | null = null

  async function tools() {
    kept ??= { letters: await readLetters(theme), mark: await mark() }
    return kept
  }

  return {
    look: `${drawing} ${logo === null ? '' : hash('sha256', logo)}`,
    async put({ path, words }, tree) {
      if (tree.keep(path)) return
      const { letters, mark } = await tools()
      tree.put({ path, bytes: drawCard(words, brand, letters, mark) })
    },
  }
}

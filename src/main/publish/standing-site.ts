import type { KnownParts } from './made-parts.ts'
import { manifestMark } from './manifest.ts'
import type { StandingPart } from './put-all.ts'
import type { KnownSearch } from './search/index.ts'
import { keptMark } from './tree.ts'
import type { KnownTrees } from './tree-writer.ts'

/**
 * The site as this program built it last, for as long as it is open. Whoever builds takes it, and only a build that came to its
 * end notes the next one: what was cut off is found out from the disk. Where the lists of the two trees are not those that
 * this program wrote, somebody else built there meanwhile, and nothing is known.
 */
export interface StandingSite {
  take(out: string, site: string): KnownSite | undefined
  note(out: string, site: string, known: KnownSite): void
  forget(): void
}

export interface KnownSite extends KnownTrees {
  parts: KnownParts
  /** All parts in their order. */
  standing: readonly StandingPart[]
  /** The paths of pictures and documents. */
  media: readonly string[]
  index: KnownSearch | null
}

export function standingSite(): StandingSite {
  let standing: { about: string; known: KnownSite } | null = null

  /** Null where the two trees are not there. */
  function about(out: string, site: string): string | null {
    const [mark, kept] = [manifestMark(out), keptMark(out)]
    return mark === null || kept === null ? null : [site, out, mark, kept].join('\n')
  }

  return {
    take(out, site) {
      const taken = standing
      standing = null
      return taken !== null && taken.about === about(out, site) ? taken.known : undefined
    },
    note(out, site, known) {
      const now = about(out, site)
      if (now === null) return
      known.files.settle()
      standing = { about: now, known }
    },
    forget() {
      standing = null
    },
  }
}

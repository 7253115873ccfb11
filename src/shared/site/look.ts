import { colord, extend } from 'colord'
import a11y from 'colord/plugins/a11y'
import mix from 'colord/plugins/mix'
import type { SiteConfig } from '../content/index.ts'

extend([a11y, mix])

/** Every colour of the site that follows from the council's own one, by day and by night. */
export interface Look {
  brand: string
  light: Shades
  dark: Shades
}

interface Shades {
  /** Behind cards and navigation. */
  soft: string
  link: string
  linkHover: string
  /** Lines that mean something. */
  mark: string
}

/** What a site has whose council chose none. */
export const ownColour = '#0a5760'
const white = '#ffffff'
const night = '#14191a'

/** WCAG 2.2 SC 1.4.3: words on a colour, which is what the head of every page is. */
const leastForWords = 4.5
/** SC 1.4.6, which the site's own words keep to. */
const betterForWords = 7
/** SC 1.4.11. */
const leastForLines = 3

/** The look that families get: the council's colour, or Signpost's own where that one cannot be used. */
export function lookOf(config: Pick<SiteConfig, 'site'>): Look {
  const brand = brandOf(config)
  const soft = colord(white).mix(brand, 0.09).toHex()
  const softByNight = colord(night).mix(brand, 0.2).toHex()
  const link = until(brand, [white, soft], betterForWords, 'darken')
  const linkByNight = until(brand, [night, softByNight], betterForWords, 'lighten')
  return {
    brand,
    light: { soft, link, linkHover: colord(link).darken(0.08).toHex(), mark: colord(brand).toHex() },
    dark: {
      soft: softByNight,
      link: linkByNight,
      linkHover: colord(linkByNight).lighten(0.08).toHex(),
      mark: until(brand, [night], leastForLines + 1, 'lighten'),
    },
  }
}

/** The council's colour, or Signpost's own. */
export function brandOf({ site }: Pick<SiteConfig, 'site'>): string {
  return colord(site.colour === '' || colourTrouble(site.colour) !== null ? ownColour : site.colour).toHex()
}

/** Why a colour cannot be the council's on the site, and one that could be; null when it can. */
export function colourTrouble(colour: string): string | null {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) {
    return `“${colour}” is not a colour that the site can use. Write it as # and six digits or letters, such as ${ownColour}.`
  }
  const contrast = colord(colour).contrast(white)
  if (contrast >= leastForWords) return null
  const better = until(colour, [white], leastForWords, 'darken')
  return `White words on ${colour} have a contrast of ${contrast.toFixed(1)} to 1, and need ${leastForWords} to 1 to be read (WCAG 2.2 SC 1.4.3). The next darker shade that has it is ${better}.`
}

/** How well white words are read on a colour that has no trouble, with what the guidelines ask for. */
export function colourTold(colour: string): string {
  const contrast = colord(colour).contrast(white)
  const how = contrast >= betterForWords ? 'very well' : 'well'
  return `White words on it are read ${how}: ${contrast.toFixed(1)} to 1, and ${leastForWords} to 1 is needed.`
}

/** The colour itself where it can be told from everything `behind` it, and otherwise the next shade that can. */
function until(colour: string, behind: readonly string[], contrast: number, how: 'darken' | 'lighten'): string {
  // As a style sheet can write it, which is not quite the shade that it was worked out to.
  const written = () => colord(shade.toHex())
  let shade = colord(colour)
  for (let step = 0; step < 100 && behind.some(one => written().contrast(one) < contrast); step++)
    shade = shade[how](0.01)
  return shade.toHex()
}

/** The colours as they stand at the head of the site's one style sheet. */
export function lookSheet({ brand, light, dark }: Look): string {
  return `:root{--site-brand:${brand};--site-brand-dark:${colord(brand).darken(0.08).toHex()};${declared(light)}}
@media (prefers-color-scheme:dark){:root{${declared(dark)}}}
`
}

function declared({ soft, link, linkHover, mark }: Shades): string {
  return `--site-soft:${soft};--site-link:${link};--site-link-hover:${linkHover};--site-mark:${mark}`
}

import type { Picture } from './seen.ts'

/** What the name of a picture's file tells of it. */

/** The name without its folder and its ending, as words. */
export function fileWords(src: string): string {
  const name = src.replace(/[?#].*$/, '').replace(/^.*[\\/]/, '')
  return name
    .replace(/\.[a-z\d]{2,5}$/i, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .toLowerCase()
    .trim()
}

const decoration =
  /\b(?:backgrounds?|banner|bg|blob|border|bubble|bullet|curve|deco|decor|decoration|decorative|divider|dots?|edge|flourish|frame|gradient|icon|leaf|leaves|line|ornament|pattern|rule|separator|shape|shadow|spacer|squiggle|stars?|stripe|swirl|swoosh|texture|wave|waves|wavy)\b/
const information =
  /\b(?:chart|diagram|directions|figures?|flow ?chart|form|graph|how to|instructions|infographic|leaflet|logo|map|notice|poster|flyer|plan|process|route|schedule|screenshot|stages|steps|table|timeline|timetable|times|way (?:in|to))\b/

/** Whether the name says that there is nothing to be told. */
export function isNamedAsDecoration({ src }: Pick<Picture, 'src'>): boolean {
  const words = fileWords(src)
  return decoration.test(words) && !information.test(words)
}

/** Whether the name says that something is told: a map, a chart, a timetable. */
export function isNamedAsInformation({ src }: Pick<Picture, 'src'>): boolean {
  return information.test(fileWords(src))
}

/** Nothing that anybody can see: old pages keep things apart with such pictures. */
export function isSpacer({ src, size }: Pick<Picture, 'src' | 'size'>): boolean {
  if (size && Math.min(size.width, size.height) <= 1) return true
  return /^(?:(?:spacer|blank|clear|transparent|trans|pixel|shim|dot clear|clear dot|1x1|empty)(?: ?(?:gif|pixel|image|img|\d+))?|spacer .*)$/.test(
    fileWords(src),
  )
}

import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import postcss, { type AtRule, type Declaration, type Root, type Rule } from 'postcss'

/**
 * Makes `vendor/`: the part of govuk-frontend's CSS that the site uses, without crown, GOV.UK's typeface and everything
 * that would be sent to families' phones for nothing, and the typeface of the site. Run it after an update of either
 * package: `node resources/site/make-vendor.ts`. A test fails when the result is out of date.
 */

const here = dirname(fileURLToPath(import.meta.url))
const packageFile = createRequire(import.meta.url).resolve

/** Beginnings of the class names that the site's templates and the content renderer use. */
const used = [
  'govuk-template',
  'govuk-link',
  'govuk-body',
  'govuk-heading-xl',
  'govuk-heading-l',
  'govuk-heading-m',
  'govuk-heading-s',
  'govuk-caption-xl',
  'govuk-list',
  'govuk-section-break',
  'govuk-select',
  'govuk-width-container',
  'govuk-main-wrapper',
  'govuk-breadcrumbs',
  'govuk-button',
  'govuk-details',
  'govuk-input',
  'govuk-label',
  'govuk-inset-text',
  'govuk-warning-text',
  'govuk-skip-link',
  'govuk-summary-list',
  'govuk-table',
  'govuk-tag',
  'govuk-visually-hidden',
]
/** Variants within those that no template uses. */
const unused = [
  /^govuk-button--(inverse|warning|start|disabled)/,
  /^govuk-button__/,
  /^govuk-button-group/,
  /^govuk-breadcrumbs--/,
  /^govuk-input--/,
  /^govuk-input__/,
  /^govuk-label-wrapper/,
  /^govuk-link--/,
  /^govuk-list--(?!bullet|number|spaced)/,
  /^govuk-main-wrapper--/,
  /^govuk-section-break--(?!m$|visible)/,
  /^govuk-summary-(card|list--|list__(actions|row--no))/,
  /^govuk-table--/,
  /^govuk-table__(caption--(?!m$)|header--|cell--)/,
  /^govuk-tag--/,
  /^govuk-template--/,
  /^govuk-visually-hidden-focusable/,
]

function isUsed(className: string): boolean {
  const starts = used.some(
    name => className === name || className.startsWith(`${name}-`) || className.startsWith(`${name}_`),
  )
  return starts && !unused.some(pattern => pattern.test(className))
}

function keepsSelector(selector: string): boolean {
  const classes = Array.from(selector.matchAll(/\.([\w-]+)/g), match => match[1] ?? '')
  return classes.every(isUsed) && !/js-enabled|frontend-supported/.test(selector)
}

/** The rules of govuk-frontend that the site uses, with the site's own typeface. */
export function subsetOf(css: string): string {
  const root = postcss.parse(css)
  root.walkComments(comment => {
    comment.remove()
  })
  root.walkAtRules(/^(font-face|charset)$/, rule => {
    rule.remove()
  })
  root.walkRules(keepUsed)
  root.walkAtRules(removeIfForOldBrowsers)
  root.walkDecls('font-family', declaration => {
    declaration.value = declaration.value.replace(/^GDS Transport,.*$/, 'var(--site-font)')
  })
  root.walkDecls(turnWithTheWords)
  removeEmpty(root)
  return `/* From govuk-frontend (MIT licence, Crown copyright), see LICENSE-govuk-frontend.txt. */\n${root.toString()}\n`
}

function keepUsed(rule: Rule): void {
  const kept = rule.selectors.filter(keepsSelector)
  if (kept.length === 0) rule.remove()
  else rule.selectors = kept
}

const sides: Readonly<Record<string, string>> = {
  left: 'inset-inline-start',
  right: 'inset-inline-end',
}

/** Left and right become the start and the end of a line, so that a page in Arabic or Urdu is laid out from the right. */
function turnWithTheWords(declaration: Declaration): void {
  const { prop, value } = declaration
  const side = /^(margin|padding|border)-(left|right)(-.+)?$/.exec(prop)
  if (side !== null) declaration.prop = `${side[1]}-inline-${side[2] === 'left' ? 'start' : 'end'}${side[3] ?? ''}`
  declaration.prop = sides[declaration.prop] ?? declaration.prop
  if (/^(text-align|float|clear)$/.test(prop)) declaration.value = startOrEnd(prop, value)
  const [top, right, bottom, left] = prop === 'padding' ? value.split(' ') : []
  if (left !== undefined && left !== right) {
    declaration.cloneBefore({ prop: 'padding-block', value: `${top} ${bottom}` })
    declaration.cloneBefore({ prop: 'padding-inline', value: `${left} ${right}` })
    declaration.remove()
  }
}

function startOrEnd(prop: string, value: string): string {
  const [start, end] = prop === 'text-align' ? ['start', 'end'] : ['inline-start', 'inline-end']
  return value === 'left' ? start : value === 'right' ? end : value
}

function removeIfForOldBrowsers(rule: AtRule): void {
  if (rule.name === 'media' && /\\0|-ms-high-contrast:none/.test(rule.params)) rule.remove()
}

function removeEmpty(root: Root): void {
  root.walkAtRules(rule => {
    if (rule.nodes?.length === 0) rule.remove()
  })
}

export async function readGovukCss(): Promise<string> {
  return await readFile(
    join(dirname(packageFile('govuk-frontend/package.json')), 'dist/govuk/govuk-frontend.min.css'),
    'utf8',
  )
}

async function make(): Promise<void> {
  const fonts = dirname(packageFile('@fontsource-variable/atkinson-hyperlegible-next/package.json'))
  await writeFile(join(here, 'vendor/govuk.css'), subsetOf(await readGovukCss()))
  await copyFile(join(fonts, 'LICENSE'), join(here, 'vendor/LICENSE-atkinson-hyperlegible-next.txt'))
  for (const kind of ['latin-wght-normal', 'latin-wght-italic', 'latin-ext-wght-normal']) {
    const name = `atkinson-hyperlegible-next-${kind}.woff2`
    await copyFile(join(fonts, 'files', name), join(here, 'vendor', name))
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await make()

import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'

/**
 * Makes `vendor/letters.bin`: each letter of the site's typeface as it is drawn in the pictures that messengers and social
 * networks show beside a link (src/main/publish/cards). No typeface has to be read, nor any curve drawn, while a site is built, so those
 * pictures are the same to the byte on every machine. Run it after an update of the typeface: `node resources/site/make-letters.ts`.
 * A test fails when the result is out of date.
 */

const here = dirname(fileURLToPath(import.meta.url))
const packageFile = createRequire(import.meta.url).resolve
const fontPackage = '@fontsource-variable/atkinson-hyperlegible-next'
const browser = process.env.SIGNPOST_BROWSER ?? '/usr/bin/chromium'

/** For a title, for one with many words, and for what stands around it. */
const looks = [
  { px: 76, weight: 700 },
  { px: 56, weight: 700 },
  { px: 34, weight: 500 },
]

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at))
const wanted = [
  ' ',
  ...range(0x21, 0x7e),
  ...range(0xa1, 0xac),
  ...range(0xae, 0x17f),
  ...range(0x218, 0x21b),
  ...range(0x1e80, 0x1e85),
  ...[0x1ef2, 0x1ef3, 0x2013, 0x2014, 0x2018, 0x2019, 0x201a, 0x201c, 0x201d, 0x201e, 0x2022, 0x2026].map(code =>
    String.fromCodePoint(code),
  ),
  ...[0x2030, 0x2039, 0x203a, 0x20ac, 0x2122, 0x2212].map(code => String.fromCodePoint(code)),
]
const kerned = [...range(0x41, 0x5a), ...range(0x61, 0x7a), ...'.,’‘“”-–:;?!/()'.split('')]

interface Drawn {
  advance: number
  left: number
  top: number
  width: number
  rows: number
  shades: number[]
}

async function make(): Promise<void> {
  const files = join(dirname(packageFile(`${fontPackage}/package.json`)), 'files')
  const { version } = JSON.parse(await readFile(packageFile(`${fontPackage}/package.json`), 'utf8')) as {
    version: string
  }
  const fonts = await Promise.all(
    ['latin', 'latin-ext'].map(kind =>
      readFile(join(files, `atkinson-hyperlegible-next-${kind}-wght-normal.woff2`), 'base64'),
    ),
  )
  const opened = await chromium.launch({
    executablePath: browser,
    args: ['--no-sandbox', '--disable-lcd-text', '--font-render-hinting=none'],
  })
  const page = await opened.newPage()
  await page.evaluate(async sources => {
    for (const [at, source] of sources.entries()) {
      const face = new FontFace(at === 0 ? 'Site' : 'SiteMore', `url(data:font/woff2;base64,${source})`, {
        weight: '200 800',
      })
      document.fonts.add(await face.load())
    }
  }, fonts)
  const parts: number[] = []
  const sizes = []
  for (const look of looks) {
    const { letters, kerning } = await page.evaluate(drawAll, { ...look, wanted, kerned })
    const placed: Record<string, number[]> = {}
    for (const [letter, drawn] of Object.entries(letters)) {
      placed[letter] = [drawn.advance, drawn.left, drawn.top, drawn.width, drawn.rows, parts.length * 2]
      for (let at = 0; at < drawn.shades.length; at += 2)
        parts.push(((drawn.shades[at] ?? 0) << 4) | (drawn.shades[at + 1] ?? 0))
    }
    const missing = wanted.filter(letter => !(letter in placed))
    console.log(
      `${look.px}: ${Object.keys(placed).length} letters, ${Object.keys(kerning).length} pairs; not in the typeface: ${missing.join(' ')}`,
    )
    sizes.push({ ...look, letters: placed, kerning })
  }
  await opened.close()
  const head = JSON.stringify({ font: `${fontPackage} ${version}`, sizes })
  await writeFile(
    join(here, 'vendor/letters.bin'),
    gzipSync(Buffer.concat([Buffer.from(`${head}\n`), Buffer.from(parts)]), { level: 9 }),
  )
}

/** Runs in the browser. A letter that looks otherwise beside another typeface is not in this one. */
function drawAll({ px, weight, wanted, kerned }: { px: number; weight: number; wanted: string[]; kerned: string[] }) {
  const canvas = document.createElement('canvas')
  const [wide, high, left, base] = [px * 2, px * 2, Math.round(px / 2), Math.round(px * 1.25)]
  canvas.width = wide
  canvas.height = high
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (pen === null) throw new Error('this browser draws nothing')
  const named = (other: string) => `${weight} ${px}px Site, SiteMore, ${other}`
  const shadesOf = (letter: string, font: string) => {
    pen.clearRect(0, 0, wide, high)
    pen.font = font
    pen.fillText(letter, left, base)
    const { data } = pen.getImageData(0, 0, wide, high)
    return Array.from({ length: wide * high }, (_, at) => Math.round(((data[at * 4 + 3] ?? 0) * 15) / 255))
  }
  const letters: Record<string, Drawn> = {}
  for (const letter of wanted) {
    const shades = shadesOf(letter, named('monospace'))
    if (
      shades.join() !== shadesOf(letter, named('cursive')).join() ||
      shades.join() !== shadesOf(letter, named('serif')).join()
    )
      continue
    let [x0, y0, x1, y1] = [wide, high, -1, -1]
    for (const [at, shade] of shades.entries()) {
      if (shade === 0) continue
      const [x, y] = [at % wide, Math.floor(at / wide)]
      ;[x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x), Math.max(y1, y)]
    }
    const [rows, across] = [Math.max(0, y1 - y0 + 1), Math.max(0, x1 - x0 + 1)]
    // An even number of points, of which two go into one byte.
    const width = across + (across % 2)
    const cut = Array.from({ length: rows * width }, (_, at) => {
      const [x, y] = [x0 + (at % width), y0 + Math.floor(at / width)]
      return x < wide ? (shades[y * wide + x] ?? 0) : 0
    })
    const advance = Math.round(pen.measureText(letter).width * 4) / 4
    letters[letter] = {
      advance,
      left: rows === 0 ? 0 : x0 - left,
      top: rows === 0 ? 0 : y0 - base,
      width,
      rows,
      shades: cut,
    }
  }
  pen.font = named('monospace')
  const widthOf = (text: string) => pen.measureText(text).width
  const kerning: Record<string, number> = {}
  for (const one of kerned) {
    for (const other of kerned) {
      const closer = Math.round((widthOf(one + other) - widthOf(one) - widthOf(other)) * 4) / 4
      if (Math.abs(closer) >= 0.75) kerning[one + other] = closer
    }
  }
  return { letters, kerning }
}

await make()

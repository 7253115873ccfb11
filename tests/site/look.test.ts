import { colord, extend } from 'colord'
import a11y from 'colord/plugins/a11y'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { themeFiles } from '../../src/main/publish/index.ts'
import { configTroubles } from '../../src/renderer/settings/troubles.ts'
import { siteFrontSchema } from '../../src/shared/content/index.ts'
import { colourTold, colourTrouble, lookOf } from '../../src/shared/site/index.ts'
import { config } from './site-of.ts'

extend([a11y])

const withColour = (colour: string) => ({ site: siteFrontSchema.parse({ colour }) })
const hex = fc.integer({ min: 0, max: 0xffffff }).map(number => `#${number.toString(16).padStart(6, '0')}`)

describe('the council’s colour', () => {
  test('a colour tells how well white words are read on it', () => {
    expect(colourTold('#0a5760')).toBe('White words on it are read very well: 8.3 to 1, and 4.5 to 1 is needed.')
    expect(colourTold('#767676')).toContain('read well: 4.5 to 1')
  })

  test.each(['#0a5760', '#7b1fa2', '#000000'])('%s can be read on', colour => expect(colourTrouble(colour)).toBeNull())

  test('one that white words cannot be read on is refused with the reason and the next that can', () => {
    const trouble = colourTrouble('#f5a800') ?? ''
    expect(trouble).toContain('a contrast of 2.0 to 1, and need 4.5 to 1')
    expect(colourTrouble(/is (#[0-9a-f]{6})\.$/.exec(trouble)?.[1] ?? '')).toBeNull()
  })

  test.each(['teal', '#12', 'red;}body{display:none', '#0a5760;'])(
    '%j is no colour, and reaches no style sheet',
    async colour => {
      expect(colourTrouble(colour)).toContain('is not a colour')
      const [sheet] = await themeFiles('resources/site', withColour(colour))
      const own = await themeFiles('resources/site', withColour(''))
      expect(Buffer.from(sheet?.bytes ?? []).equals(Buffer.from(own[0]?.bytes ?? []))).toBe(true)
    },
  )

  test('is refused in Settings by the same sentence', () => {
    const bright = config({ site: { colour: '#ffcc00' } })
    expect(configTroubles(bright)).toEqual([{ field: 'colour', message: colourTrouble('#ffcc00') }])
    expect(configTroubles(config())).toEqual([])
  })

  test('whatever it is, every word and every line by day and by night can be told from what is behind it', () => {
    fc.assert(
      fc.property(hex, colour => {
        const { brand, light, dark } = lookOf(withColour(colour))
        const on = (front: string, behind: string) => colord(front).contrast(behind)
        expect(on('#ffffff', brand)).toBeGreaterThanOrEqual(4.5)
        for (const [shades, ground] of [
          [light, '#ffffff'],
          [dark, '#14191a'],
        ] as const) {
          for (const link of [shades.link, shades.linkHover]) {
            expect(on(link, ground)).toBeGreaterThanOrEqual(7)
            expect(on(link, shades.soft)).toBeGreaterThanOrEqual(7)
          }
          expect(on(shades.mark, ground)).toBeGreaterThanOrEqual(3)
        }
        expect(on('#0b0c0c', light.soft)).toBeGreaterThanOrEqual(7)
        expect(on('#eef2f2', dark.soft)).toBeGreaterThanOrEqual(7)
      }),
    )
  })
})

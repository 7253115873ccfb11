import { describe, expect, test } from 'vitest'
import { chosenInterval, intervalOptions } from '../../src/renderer/words/intervals.ts'
import { parseSiteConfig, writeSiteConfig } from '../../src/shared/content/index.ts'
import { isRefusal } from '../../src/shared/outcome.ts'

const values = (chosen?: string) => intervalOptions('12 months', chosen).map(({ value }) => value)

describe('how often a page or a section is checked', () => {
  test('is chosen from a few intervals, and from what a file says already', () => {
    expect(values()).toEqual(['3 months', '6 months', '12 months', 'none'])
    expect(values('6 months')).toEqual(values())
    expect(values('none')).toEqual(values())
    expect(values('2 years')).toEqual(['2 years', ...values()])
  })

  test('is written into the settings and out of them again, and nothing else of them changes', () => {
    const text = '# Ours\nsignpost: 1\nname: Offer\nsections:\n  - slug: health\n    title: Health\n    summary: ""\n'
    const choose = (from: string, choice: string) => {
      const config = parseSiteConfig(from)
      if (isRefusal(config)) throw new Error(config.sentence)
      const review = chosenInterval(choice) ?? undefined
      return writeSiteConfig(from, { ...config, sections: config.sections.map(section => ({ ...section, review })) })
    }
    const chosen = choose(text, '3 months')
    expect(parseSiteConfig(chosen)).toMatchObject({ sections: [{ title: 'Health', review: '3 months' }] })
    expect(chosen).toContain('# Ours\n')
    const back = choose(chosen, 'none')
    expect(back).not.toContain('review: 3 months')
    expect(parseSiteConfig(back)).toEqual(parseSiteConfig(text))
    expect(back).toContain('# Ours\n')
  })
})

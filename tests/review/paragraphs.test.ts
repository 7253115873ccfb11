import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseBody } from '../../src/shared/content/index.ts'
import { whoWrote } from '../../src/shared/review/index.ts'

/** Each block of the last version with the name of the version that last changed it; versions from the oldest on. */
function wrote(...bodies: string[]): string[] {
  const versions = bodies.map((body, index) => ({ name: `v${index + 1}`, doc: parseBody(body).doc }))
  return whoWrote(versions).map(({ words, version }) => `${words}: ${version.name}`)
}

describe('who last changed each part of a page', () => {
  test('is whoever gave it the words that it has now', () => {
    expect(wrote('One.\n\nTwo.\n\nThree.', 'One.\n\nTwo, changed.\n\nThree.', 'New.\n\nOne.\n\nTwo, changed.')).toEqual(
      ['New.: v3', 'One.: v1', 'Two, changed.: v2'],
    )
  })

  test('is not whoever moved it, nor whoever changed another part', () => {
    expect(wrote('One.\n\nTwo.\n\nThree.', 'Three.\n\nOne.\n\nTwo.')).toEqual(['Three.: v1', 'One.: v1', 'Two.: v1'])
    expect(wrote('- One\n- Two\n\nEnd.', '- One\n- Two, now\n\nEnd.')).toEqual(['One Two, now: v2', 'End.: v1'])
  })

  test('is whoever put it back after it was taken out', () => {
    expect(wrote('One.\n\nTwo.', 'One.', 'One.\n\nTwo.')).toEqual(['One.: v1', 'Two.: v3'])
  })

  test('whatever happened, the version that is named has these words, and the one before it does not where it changed them', () => {
    const body = fc.uniqueArray(fc.constantFrom<string>('One.', 'Two.', 'Three.', 'Four.'), { minLength: 1 })
    fc.assert(
      fc.property(fc.array(body, { minLength: 1, maxLength: 6 }), bodies => {
        for (const line of wrote(...bodies.map(each => each.join('\n\n')))) {
          const [words = '', name = ''] = line.split(': ')
          const at = Number(name.slice(1)) - 1
          expect(bodies.slice(at).every(each => each.includes(words))).toBe(true)
          if (at > 0) expect(bodies[at - 1]).not.toContain(words)
        }
      }),
      { numRuns: 200 },
    )
  })
})

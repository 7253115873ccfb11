import { expect, test } from 'vitest'
import { helpFor, rules } from '../../src/shared/checks/index.ts'

test.each(rules.map(rule => rule.id))('%s says where it comes from, with examples both ways', id => {
  const help = helpFor(id)
  expect(help?.why).toMatch(/\.$/)
  expect((help?.wcag.length ?? 0) > 0 || help?.source).toBeTruthy()
  expect(help?.notThis.length).toBeGreaterThan(0)
  expect(help?.this.length).toBeGreaterThan(0)
})

test('of a check that this Signpost does not know there is nothing to say', () => {
  expect(helpFor('no-such-check')).toBeNull()
})

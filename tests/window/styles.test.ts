import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import postcss, { type Rule } from 'postcss'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../src/renderer')
const rules: Rule[] = []
for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' }))
  if (name.endsWith('.css'))
    postcss.parse(readFileSync(join(root, name), 'utf8')).walkRules(rule => void rules.push(rule))

const declared = (selector: string, property: string) =>
  rules
    .filter(rule => rule.selectors.includes(selector) && rule.parent?.type === 'root')
    .flatMap(rule => rule.nodes)
    .flatMap(node => (node.type === 'decl' && node.prop === property ? [node.value] : []))

test('what says something later is known to a screen reader before: it is not taken out of what it reads while it is empty', () => {
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.tsx'))
  const telling = sources.flatMap(name =>
    [...readFileSync(join(root, name), 'utf8').matchAll(/className="([\w-]+)"\s+role="(?:status|alert)"/g)].map(
      ([, found]) => `.${found}:empty`,
    ),
  )
  expect(telling).toContain('.field-told:empty')
  const away = rules.filter(rule => rule.selectors.some(each => telling.includes(each)))
  expect(away.filter(rule => /display: none|visibility: hidden/.test(rule.toString())).map(String)).toEqual([])
})

test('how many problems there are stands above the tools of a narrow window, and never over them', () => {
  expect(declared('.side-opener', 'position')).toEqual(['sticky'])
  expect(declared('.text-toolbar', 'position')).toEqual(['sticky'])
  // Both are at the top of what scrolls; the tools begin where the other ends.
  expect(declared('.side-opener', 'top')).toEqual(declared('.text-toolbar', 'top'))
  expect(declared('.side-opener', 'height')).toEqual(['var(--side-opener)'])
  expect(declared('.side-opener + .editor-two .text-toolbar', 'top')).toEqual(['calc(var(--side-opener) - var(--s5))'])
  // A key to a tool that is out of sight brings it below the bar.
  expect(declared('.side-opener + .editor-two .text-toolbar .button', 'scroll-margin-block-start')).toEqual([
    'calc(var(--side-opener) + var(--s2))',
  ])
})

import { expect, test } from 'vitest'
import { aboutOf, createChecker, rules } from '../../src/shared/checks/index.ts'
import type { Doc, Entry } from '../../src/shared/content/index.ts'
import { facts, pageOf } from '../checks/checked.ts'
import { writing } from './writing.ts'

const checker = createChecker(rules)
const { editor } = writing('')

test.each(rules.map(({ id, examples }) => [id, examples.fail] as const))(
  'what a problem is about is the same in the editor and in the file: %s',
  (_, examples) => {
    for (const entry of examples.map(pageOf)) {
      editor.commands.setContent(entry.doc)
      const typed = { ...entry, doc: editor.getJSON() as Doc }
      const of = (page: Entry) => checker.check(page, facts).map(problem => [problem.rule, aboutOf(problem, page)])
      expect(of(typed)).toEqual(of(entry))
    }
  },
)

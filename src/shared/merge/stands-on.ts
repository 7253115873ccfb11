import type { Files } from './moves.ts'
import { readRecord } from './record-text.ts'

/**
 * Whether somebody made on this file, in one of the two texts, what nobody could see without it: something said in an
 * evaluation that was begun, the answer that families read to a comment, an evaluation by a list of the team's own.
 */
export async function standsOn(
  path: string,
  base: Files,
  side: Files,
  read: (content: string) => Promise<string>,
): Promise<boolean> {
  const made = () => [...side].filter(([each, content]) => base.get(each) !== content)
  const [, evaluation] = /^evaluations\/([^/]+)\/\1\.yml$/.exec(path) ?? []
  if (evaluation !== undefined) return made().some(([each]) => each.startsWith(`evaluations/${evaluation}/`))
  const [, comment] = /^feedback\/([^/]+\.yml)$/.exec(path) ?? []
  if (comment !== undefined) return made().some(([each]) => each === `answers/${comment}`)
  const [, list] = /^checklists\/([^/]+)\.yml$/.exec(path) ?? []
  if (list === undefined) return false
  const begun = made().filter(([each]) => /^evaluations\/([^/]+)\/\1\.yml$/.test(each))
  const texts = await Promise.all(begun.map(([, content]) => read(content)))
  return texts.some(text => readRecord(text)?.fields.checklist === list)
}

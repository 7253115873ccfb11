import { join } from 'node:path'
import { type Choice, choiceSchema } from '../../shared/contract/index.ts'
import type { Refusal } from '../../shared/outcome.ts'
import { workspaceDataFolder } from './data-folder.ts'
import { type JsonFolderDeps, jsonFolder } from './json-folder.ts'

/** Places where two people changed the same words, kept on this computer until somebody here has chosen. */
export interface ChoiceStore {
  list(): Promise<Choice[]>
  put(choice: Choice): Promise<{ kind: 'kept' } | Refusal>
  remove(id: string): Promise<void>
}

export function choiceStore(workspace: string, deps: JsonFolderDeps): ChoiceStore {
  const folder = join(workspaceDataFolder(deps.data, workspace), 'choices')
  return jsonFolder(folder, choiceSchema, choice => choice.id, deps)
}

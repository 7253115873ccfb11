import { createContext, useContext } from 'react'
import type { CheckFacts } from '../../shared/checks/rule.ts'
import { mediaAddress } from '../connection/addresses.ts'
import { useValue, type ValueStore } from '../state/value-store.ts'
import type { DialogRequest } from './dialogs/dialog-request.ts'

/** What blocks in the text may ask of the editor around them. Blocks know nothing of the connection or of the page. */
export interface EditorTools {
  open(request: DialogRequest): void
  /** Titles of pages and services, sizes of media; null until they are known. */
  facts: ValueStore<CheckFacts | null>
}

const EditorToolsContext = createContext<EditorTools | null>(null)
export const EditorToolsProvider = EditorToolsContext.Provider

export function useEditorTools(): EditorTools {
  const tools = useContext(EditorToolsContext)
  if (tools === null) throw new Error('This block stands inside an editor.')
  return tools
}

/** The title of a page or service; null when there is none with this id. */
export function useTitle(id: string): string | null {
  return useValue(useEditorTools().facts)?.titles.get(id) ?? null
}

/** Where a picture of the document is shown from: the media library, or nowhere else (the window loads no other). */
export function pictureAddress(src: string): string {
  return src.startsWith('media/') ? mediaAddress(src.slice('media/'.length)) : src
}

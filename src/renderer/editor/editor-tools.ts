import { createContext, useContext } from 'react'
import { useValue, type ValueStore } from '../state/value-store.ts'
import type { DialogRequest } from './dialogs/dialog-request.ts'

/** What blocks in the text may ask of the editor around them. Blocks know nothing of the connection or of the page. */
export interface EditorTools {
  open(request: DialogRequest): void
  /** Titles of pages and services by id. */
  titles: ValueStore<ReadonlyMap<string, string>>
  /** Bytes of media by name. */
  media: ValueStore<ReadonlyMap<string, number>>
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
  return useValue(useEditorTools().titles).get(id) ?? null
}

/** The address at which the shell serves a file of the media library to this window. */
export function mediaAddress(src: string): string {
  return `/${src.split('/').map(encodeURIComponent).join('/')}`
}

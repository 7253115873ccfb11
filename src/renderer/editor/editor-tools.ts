import { createContext, useContext } from 'react'
import type { CheckFacts } from '../../shared/checks/rule.ts'
import { mediaAddress } from '../connection/addresses.ts'
import { useValue, type ValueStore, valueStore } from '../state/value-store.ts'
import type { DialogRequest } from './dialogs/dialog-request.ts'

/** What blocks in the text may ask of the editor around them. Blocks know nothing of the connection or of the page. */
export interface EditorTools {
  /** Opens a dialog; null where there is none to open. */
  open: ((request: DialogRequest) => void) | null
  /** Titles of pages and services, sizes of media; null until they are known. */
  facts: ValueStore<CheckFacts | null>
}

/** Where words are written that are no page (a choice between two versions), blocks can be seen and taken out, not changed. */
const noTools: EditorTools = { open: null, facts: valueStore<CheckFacts | null>(null) }

const EditorToolsContext = createContext<EditorTools>(noTools)
export const EditorToolsProvider = EditorToolsContext.Provider

export function useEditorTools(): EditorTools {
  return useContext(EditorToolsContext)
}

/** The title of a page or service; null when there is none with this id. */
export function useTitle(id: string): string | null {
  return useValue(useEditorTools().facts)?.titles.get(id) ?? null
}

/** Where a picture of the document is shown from: the media library, or nowhere at all, which is told as missing. */
export function pictureAddress(src: string): string {
  return src.startsWith('media/') ? mediaAddress(src.slice('media/'.length)) : nowhere
}
const nowhere = 'data:,'

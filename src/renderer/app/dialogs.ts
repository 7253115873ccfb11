import { useValue, valueStore } from '../state/value-store.ts'

/** The dialogs that any place can open; one at a time. */
export type WindowDialog = 'palette' | 'shortcuts' | 'new-page' | 'new-service' | 'told'

const open = valueStore<WindowDialog | null>(null)

export const openDialog = (dialog: WindowDialog) => open.set(dialog)
export const closeDialog = () => open.set(null)
export const useDialog = () => useValue(open)

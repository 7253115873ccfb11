/** The editor's one door. */
export { EditorPlace } from './editor-place.tsx'

import type { PageFields, ServiceFields } from './fields.ts'
import type { WorkspacePath } from './ids.ts'
import type { Doc } from './model.ts'

/** Something in front matter that could not be read as meant; the file keeps it as it is. */
export interface FieldTrouble {
  field: string
  /** One sentence for a person. */
  sentence: string
  line: number
}

/** A page as the rest of the program sees it: where it stands, what is known about it, and its words. */
export interface Page {
  kind: 'page'
  path: WorkspacePath
  /** From the path: the folder under `pages/`. */
  section: string
  /** From the path: the file name without `.md`. */
  slug: string
  fields: PageFields
  doc: Doc
  trouble: FieldTrouble[]
}

/** An entry of the directory; `doc` is its description. */
export interface Service {
  kind: 'service'
  path: WorkspacePath
  slug: string
  fields: ServiceFields
  doc: Doc
  trouble: FieldTrouble[]
}

export type Entry = Page | Service

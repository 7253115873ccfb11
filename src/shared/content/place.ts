/**
 * Where in a document: `path` is the index of each child from the root (`[]` is the document, `[2, 0]` the first child of
 * the third block); `start` and `end` are offsets in UTF-16 units into the text of that node (its descendants' text,
 * concatenated), absent when the whole node is meant.
 */
export interface Place {
  path: number[]
  start?: number
  end?: number
}

/** Offsets into a source text in UTF-16 units, the end excluded. */
export interface SourceRange {
  start: number
  end: number
}

/** Where each node of a parsed document stands in its source, by the node's identity. */
export type Places = ReadonlyMap<object, SourceRange>

import { blockquote } from './blockquote.ts'
import { bulletList } from './bullet-list.ts'
import { callout } from './callout.ts'
import { codeBlock } from './code-block.ts'
import { contact } from './contact.tsx'
import { details, summary } from './details.ts'
import { doc, text } from './doc.ts'
import { documentLink } from './document.tsx'
import { figure } from './figure.tsx'
import { hardBreak } from './hard-break.ts'
import { heading } from './heading.ts'
import { horizontalRule } from './horizontal-rule.ts'
import { image } from './image.ts'
import { kept } from './kept.tsx'
import { keptInline } from './kept-inline.ts'
import { listItem } from './list-item.ts'
import { orderedList } from './ordered-list.ts'
import { paragraph } from './paragraph.ts'
import { service } from './service.tsx'
import { steps } from './steps.ts'
import { table, tableCell, tableHeader, tableRow } from './table.ts'
import { video } from './video.tsx'

/** One extension for every node of the model; a test holds this list against the content folder's. */
export const blockExtensions = [
  doc,
  text,
  paragraph,
  heading,
  bulletList,
  orderedList,
  listItem,
  blockquote,
  table,
  tableRow,
  tableHeader,
  tableCell,
  figure,
  callout,
  details,
  summary,
  steps,
  contact,
  video,
  documentLink,
  service,
  horizontalRule,
  codeBlock,
  kept,
  hardBreak,
  image,
  keptInline,
]

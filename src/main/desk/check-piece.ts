import type { CheckFacts, Problem } from '../../shared/checks/index.ts'
import type { Entry } from '../../shared/content/index.ts'
import type { Refusal } from '../../shared/outcome.ts'
import { checkFile, type FileChecked } from './check-file.ts'
import {
  type CountPiece,
  checkPage,
  countPage,
  type PageChecked,
  type PageCounted,
  type PagePiece,
} from './check-page.ts'

export interface FilePiece {
  kind: 'file'
  path: string
  /** The folder out of which nothing is read. */
  root: string
}

/** What a hand is asked, here or in a thread, and its answer. */
export type Piece = FilePiece | PagePiece | CountPiece
export type Checked<P extends Piece> = P extends PagePiece
  ? PageChecked
  : P extends CountPiece
    ? PageCounted
    : FileChecked | Refusal

export async function checkPiece(
  piece: Piece,
  facts: CheckFacts,
  check: (entry: Entry, facts: CheckFacts) => Problem[],
): Promise<Checked<Piece>> {
  if (piece.kind === 'file') return checkFile(piece.path, facts, piece.root)
  return piece.kind === 'page' ? checkPage(piece, facts, check) : countPage(piece, facts, check)
}

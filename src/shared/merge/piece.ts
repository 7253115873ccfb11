/** A stretch of the result: settled, or one where both changed the same and a person has to choose. */
export type Piece<T> = { kind: 'settled'; items: T[] } | { kind: 'clash'; before: T[]; mine: T[]; theirs: T[] }

/** All of it with one person's words wherever they clash. */
export function flatten<T>(pieces: readonly Piece<T>[], winner: 'mine' | 'theirs'): T[] {
  return pieces.flatMap(piece => (piece.kind === 'settled' ? piece.items : piece[winner]))
}

export function hasClash<T>(pieces: readonly Piece<T>[]): boolean {
  return pieces.some(piece => piece.kind === 'clash')
}

export function isGone<T>(piece: Piece<T>): boolean {
  return piece.kind === 'settled' && piece.items.length === 0
}

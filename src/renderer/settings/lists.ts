/** Lists that are edited in place; each answers a new list. */
export function replacedAt<T>(list: readonly T[], index: number, item: T): T[] {
  return list.map((other, at) => (at === index ? item : other))
}

export function without<T>(list: readonly T[], index: number): T[] {
  return list.filter((_, at) => at !== index)
}

/** The list with one item a place earlier (-1) or later (1); the ends stay. */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const item = list[index]
  const other = list[index + by]
  if (item === undefined || other === undefined) return [...list]
  return replacedAt(replacedAt(list, index, other), index + by, item)
}

/** The points that one part of a walk tries, as its name says them: `21-40`, or `22,33` of a part made shorter. */

export function pointsSaid(points: readonly number[]): string {
  const [first] = points
  const last = points.at(-1)
  const inOne = first !== undefined && last !== undefined && last - first === points.length - 1
  return inOne && points.length > 2 ? `${first}-${last}` : points.join(',')
}

/** Null where it says no points. */
export function pointsIn(said: string): number[] | null {
  if (/^[1-9]\d*(?:,[1-9]\d*)*$/.test(said)) return said.split(',').map(Number)
  const [, from, to] = /^([1-9]\d*)-([1-9]\d*)$/.exec(said) ?? []
  return from === undefined || Number(to) < Number(from)
    ? null
    : pointsFrom(Number(from), Number(to) - Number(from) + 1)
}

export function pointsFrom(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => from + index)
}

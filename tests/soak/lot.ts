/** Numbers drawn by lot that are the same for the same seed, so that whatever was found can be found again. */
export interface Lot {
  /** 0 up to, and without, `end`. */
  below(end: number): number
  /** True in `percent` of a hundred. */
  chance(percent: number): boolean
  one<T>(from: readonly [T, ...T[]]): T
}

/** Mulberry32: one 32-bit word of state, and good enough to choose what somebody does next. */
export function lotOf(seed: number): Lot {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const lot: Lot = {
    below: end => Math.floor(next() * end),
    chance: percent => next() * 100 < percent,
    one: from => from[lot.below(from.length)] ?? from[0],
  }
  return lot
}

/**
 * The shortest list that still fails and that this could find: leaves out halves, quarters, and so on down to single
 * steps, as long as it fails without them. `most`: how often `fails` may be asked, for each time can take seconds.
 */
export async function shrink<T>(
  steps: readonly T[],
  fails: (steps: readonly T[]) => Promise<boolean>,
  most = 200,
): Promise<readonly T[]> {
  let shortest = steps
  let asked = 0
  for (let size = Math.ceil(shortest.length / 2); size >= 1 && asked < most; ) {
    let shorter = false
    for (let at = 0; at < shortest.length && asked < most; ) {
      const without = [...shortest.slice(0, at), ...shortest.slice(at + size)]
      asked += 1
      if (await fails(without)) {
        shortest = without
        shorter = true
      } else at += size
    }
    if (!shorter && size === 1) break
    size = shorter && size === 1 ? 1 : Math.ceil(size / 2)
  }
  return shortest
}

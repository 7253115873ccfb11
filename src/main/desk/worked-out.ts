/** Something that is worked out once and kept until it is forgotten. What failed is not kept: the next who asks tries again. */
export interface WorkedOut<T> {
  get(): Promise<T>
  forget(): void
}

export function workedOut<T>(work: () => Promise<T>): WorkedOut<T> {
  let known: Promise<T> | null = null

  function begin(): Promise<T> {
    const begun = work()
    begun.catch(() => {
      if (known === begun) known = null
    })
    return begun
  }

  return {
    get: () => (known ??= begin()),
    forget() {
      known = null
    },
  }
}

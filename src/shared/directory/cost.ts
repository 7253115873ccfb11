/** What the words under “Cost” say, for the filter and for Open Referral. */
export interface Cost {
  kind: 'free' | 'charge' | 'depends' | 'unsaid'
  /** In pounds, where the words give one sum and no other. */
  amount: number | null
}

/** Words after “Free” that take some of it back. */
const unless = /£|\b(?:charges?|pay|unless|qualify|most|some)\b/i

export function readCost(words: string): Cost {
  const said = words.trim()
  if (said === '') return { kind: 'unsaid', amount: null }
  if (/^(?:free|no (?:cost|charge))\b/i.test(said)) {
    return unless.test(said) ? { kind: 'depends', amount: null } : { kind: 'free', amount: 0 }
  }
  const sums = [...said.matchAll(/£(\d+(?:\.\d\d)?)/g)].map(([, sum]) => Number(sum))
  const [only = null, ...others] = sums
  if (only === null) return { kind: 'depends', amount: null }
  return { kind: 'charge', amount: others.length === 0 ? only : null }
}

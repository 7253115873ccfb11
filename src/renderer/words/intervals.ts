/** How often a page is checked for truth, as it is offered wherever somebody chooses. */
export const intervals = ['3 months', '6 months', '12 months'] as const

/** The choice of no interval of the page's own. */
export const asTheTeamDoes = 'none'

/** With the interval that is chosen now, also where a file says one that is not offered. */
export function intervalOptions(policy: string, chosen: string = asTheTeamDoes) {
  const isOffered = chosen === asTheTeamDoes || intervals.some(value => value === chosen)
  return [
    ...(isOffered ? [] : [{ value: chosen, label: chosen }]),
    ...intervals.map(value => ({ value, label: value })),
    { value: asTheTeamDoes, label: `As the team does: every ${policy}` },
  ]
}

/** What a choice comes to on the page. */
export function chosenInterval(choice: string): string | null {
  return choice === asTheTeamDoes ? null : choice
}

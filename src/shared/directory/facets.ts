import type { ServiceFields } from '../content/index.ts'
import { slugify, workspacePathSchema } from '../content/index.ts'
import { readCost } from './cost.ts'
import { referrers, type Sign, signsIn, waysIn } from './way-in.ts'
import { type Day, days, readWhen } from './when.ts'

/** What families can choose services by. Each is one question; a service can be an answer in several ways, or in all. */

export interface Choice {
  /** As it stands in an address. */
  slug: string
  label: string
}

export const facetNames = ['need', 'age', 'when', 'kind', 'area', 'cost', 'way', 'referral'] as const
export type FacetName = (typeof facetNames)[number]

export interface Facet {
  name: FacetName
  label: string
  /** In their own order; where there is none, choices stand by their names. */
  fixed: readonly Choice[] | null
  /** `all` where whatever is chosen, this service is for it. */
  choicesOf(fields: ServiceFields, everywhere: Everywhere): readonly Choice[] | 'all'
}

/** Whether a place is all of what the council looks after. */
export type Everywhere = (area: string) => boolean

export const ageBands = [
  { slug: '0-to-4', label: '0 to 4', from: 0, to: 4 },
  { slug: '5-to-10', label: '5 to 10', from: 5, to: 10 },
  { slug: '11-to-15', label: '11 to 15', from: 11, to: 15 },
  { slug: '16-to-18', label: '16 to 18', from: 16, to: 18 },
  { slug: '19-to-25', label: '19 to 25', from: 19, to: 25 },
] as const

const dayNames: Readonly<Record<Day, string>> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
}
const dayChoice = (day: Day): Choice => ({ slug: dayNames[day].toLowerCase(), label: dayNames[day] })
const evenings: Choice = { slug: 'evenings', label: 'Evenings' }
const holidays: Choice = { slug: 'holidays', label: 'School holidays' }

const costs = {
  free: { slug: 'free', label: 'Free' },
  charge: { slug: 'charge', label: 'There is a charge' },
  depends: { slug: 'depends', label: 'It depends' },
} as const

const signChoice = ({ name, label }: Sign<string>): Choice => ({ slug: name, label })

export const facets: readonly Facet[] = [
  { name: 'need', label: 'Need', fixed: null, choicesOf: ({ needs }) => (forAnyNeed(needs) ? 'all' : named(needs)) },
  {
    name: 'age',
    label: 'Age',
    fixed: ageBands.map(({ slug, label }) => ({ slug, label })),
    choicesOf: ({ minimum_age, maximum_age }) =>
      ageBands.filter(({ from, to }) => (minimum_age ?? 0) <= to && (maximum_age ?? 99) >= from),
  },
  { name: 'when', label: 'When', fixed: [...days.map(dayChoice), evenings, holidays], choicesOf: whenOf },
  { name: 'kind', label: 'Kind of help', fixed: null, choicesOf: ({ categories }) => named(categories) },
  {
    name: 'area',
    label: 'Area',
    fixed: null,
    choicesOf: ({ areas }, everywhere) => (areas.some(everywhere) ? 'all' : named(areas)),
  },
  {
    name: 'cost',
    label: 'Cost',
    fixed: Object.values(costs),
    choicesOf: ({ cost }) => {
      const { kind } = readCost(cost)
      return kind === 'unsaid' ? [] : [costs[kind]]
    },
  },
  {
    name: 'way',
    label: 'How to get in',
    fixed: waysIn.map(signChoice),
    choicesOf: ({ application_process }) => signsIn(application_process, waysIn).map(signChoice),
  },
  {
    name: 'referral',
    label: 'Who can refer you',
    fixed: referrers.map(signChoice),
    choicesOf: ({ referral }) => signsIn(referral, referrers).map(signChoice),
  },
]

function whenOf({ schedule }: ServiceFields): Choice[] {
  const { sessions, evenings: late, holidays: inHolidays } = readWhen(schedule)
  const named = days.filter(day => sessions.some(session => session.day === day))
  return [...named.map(dayChoice), ...(late ? [evenings] : []), ...(inHolidays ? [holidays] : [])]
}

/** A service that names no need has none in mind. */
function forAnyNeed(needs: readonly string[]): boolean {
  return needs.length === 0 || needs.some(need => /^(?:any|all)(?: send)?(?: needs?)?$/i.test(need.trim()))
}

function named(labels: readonly string[]): Choice[] {
  const bySlug = new Map(labels.filter(label => label.trim() !== '').map(label => [slugOf(label), label.trim()]))
  return [...bySlug].map(([slug, label]) => ({ slug, label }))
}

/** Words in letters of another script, and names that Windows keeps for itself, have an address too. */
function slugOf(label: string): string {
  const slug = slugify(label)
  if (slug !== '' && workspacePathSchema.safeParse(slug).success) return slug
  const codes = Array.from(label.trim(), character => character.codePointAt(0)?.toString(36) ?? '')
  return `x-${codes.join('-').slice(0, 80)}`
}

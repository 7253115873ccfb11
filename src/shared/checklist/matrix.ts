import { z } from 'zod'
import type { Requirement } from './schema.ts'

/**
 * Which families a requirement is about. SEND Regulations 2014, Schedule 2 asks for each kind of information about children
 * with and without an EHC plan, inside the area and outside of it; the ages are those at which other laws begin.
 */
export const audiencesOfOffer = [
  { id: 'with-plan', label: 'With a plan' },
  { id: 'without-plan', label: 'Without a plan' },
  { id: 'in-area', label: 'In the area' },
  { id: 'out-of-area', label: 'Outside the area' },
  { id: 'ages-0-4', label: 'Ages 0 to 4' },
  { id: 'ages-5-15', label: 'Ages 5 to 15' },
  { id: 'ages-16-25', label: 'Ages 16 to 25' },
] as const
export type AudienceOfOffer = (typeof audiencesOfOffer)[number]['id']

export const strandsOfOffer = [
  { id: 'education', label: 'Education', areas: ['education'] },
  { id: 'health', label: 'Health', areas: ['health'] },
  { id: 'social-care', label: 'Social care', areas: ['social-care', 'early-help'] },
  { id: 'adulthood', label: 'Preparing for adulthood', areas: ['preparing-for-adulthood'] },
  { id: 'everything-else', label: 'Everything else', areas: [] },
] as const satisfies readonly { id: string; label: string; areas: readonly string[] }[]
type Strand = (typeof strandsOfOffer)[number]

const cellSchema = z.object({ yes: z.number(), limited: z.number(), no: z.number(), open: z.number() })
export type MatrixCell = z.infer<typeof cellSchema>

export const matrixSchema = z.object({
  rows: z.array(z.object({ id: z.string(), label: z.string(), all: cellSchema, cells: z.array(cellSchema) })),
})
export type Matrix = z.infer<typeof matrixSchema>

/** What a cell counts: a requirement and how it stands; null where nobody judged or measured it. */
export type Standing = Pick<Requirement, 'text' | 'area' | 'ageRange'> & { status: 'yes' | 'limited' | 'no' | null }

/** Requirements by strand and by whom they are about. One that is about several counts in each of their columns. */
export function matrixOf(standings: readonly Standing[]): Matrix {
  return {
    rows: strandsOfOffer.map(strand => {
      const own = standings.filter(each => strandOf(each.area).id === strand.id)
      return {
        id: strand.id,
        label: strand.label,
        all: countsOf(own),
        cells: audiencesOfOffer.map(({ id }) => countsOf(own.filter(each => audiencesOf(each).has(id)))),
      }
    }),
  }
}

function strandOf(area: string): Strand {
  const found = strandsOfOffer.find(({ areas }) => (areas as readonly string[]).includes(area))
  return found ?? strandsOfOffer[strandsOfOffer.length - 1] ?? strandsOfOffer[0]
}

function countsOf(standings: readonly Standing[]): MatrixCell {
  const count = (status: Standing['status']) => standings.filter(each => each.status === status).length
  return { yes: count('yes'), limited: count('limited'), no: count('no'), open: count(null) }
}

/** Nobody without a plan has an annual review (Children and Families Act 2014, section 44). */
const aboutPlans = /\bEHC\b[^.]*\bplans?\b|\bannual reviews?\b/i
/** Who asks for an assessment has no plan yet (section 36). */
const aboutNoPlan =
  /\bwithout an? (?:EHC )?plan|before any plan|SEN support|\bEHC (?:needs )?assessments?\b|with and without/i
const aboutOutside = /\boutside (?:the|its|our) area|\bout of (?:the )?area|specialist colleges?\b/i
const aboutMovingIn = /\bmov(?:e|es|ing) in|\bafter a move\b|from (?:Wales|Scotland|Northern Ireland|abroad)/i

/** A requirement that says nothing of plans is about families with and without one; the same for the area. */
export function audiencesOf({ text, ageRange }: Pick<Requirement, 'text' | 'ageRange'>): ReadonlySet<AudienceOfOffer> {
  const [plans, noPlan, outside] = [aboutPlans.test(text), aboutNoPlan.test(text), aboutOutside.test(text)]
  const both = /with and without|inside and outside/i.test(text)
  const found = new Set<AudienceOfOffer>()
  if (!noPlan || plans || both) found.add('with-plan')
  if (!plans || noPlan || both) found.add('without-plan')
  if (!outside || both || /choices|lists/i.test(text)) found.add('in-area')
  if (outside || aboutMovingIn.test(text)) found.add('out-of-area')
  const [from = 0, to = 25] = ageRange.split('-').map(Number)
  if (from <= 4) found.add('ages-0-4')
  if (from <= 15 && to >= 5) found.add('ages-5-15')
  if (to >= 16) found.add('ages-16-25')
  return found
}

/** How many a cell is about. */
export const allIn = ({ yes, limited, no, open }: MatrixCell) => yes + limited + no + open

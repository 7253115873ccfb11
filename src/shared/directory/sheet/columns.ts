import {
  type Doc,
  isoDateSchema,
  normaliseDoc,
  parseBody,
  type ServiceFields,
  serialiseBody,
} from '../../content/index.ts'
import { dayIn } from '../../feedback/day-in.ts'
import { runsInASpreadsheet } from '../../report/csv-text.ts'
import type { CheckedField } from '../field-trouble.ts'
import { withItsNought } from '../telephone.ts'
import { asWholeWebAddress } from '../web-address.ts'

/** A service as a row of a spreadsheet: one column for each thing that families read about it. */

export interface SheetService {
  fields: ServiceFields
  doc: Doc
}

/** A cell that cannot be taken in says why, in one sentence; one that is taken otherwise than it was written says that. */
export type Taken = { kind: 'taken'; service: SheetService; note?: string } | { kind: 'trouble'; sentence: string }

export interface Column {
  heading: string
  /** What this cell can make wrong in a service as a whole. */
  answersFor?: CheckedField
  write(service: SheetService): string
  /** `cell` is trimmed. */
  read(cell: string, service: SheetService): Taken
}

type WordsKey = { [K in keyof ServiceFields]: ServiceFields[K] extends string ? K : never }[keyof ServiceFields]
type ListKey = 'needs' | 'areas' | 'categories'
type AgeKey = 'minimum_age' | 'maximum_age'

function words(heading: string, key: Exclude<WordsKey, 'id'>): Column {
  return {
    heading,
    write: ({ fields }) => fields[key],
    read: (cell, service) => withFields(service, { [key]: cell }),
  }
}

function list(heading: string, key: ListKey): Column {
  return {
    heading,
    write: ({ fields }) => fields[key].join('; '),
    read: (cell, service) =>
      withFields(service, {
        [key]: cell
          .split(/[;\n]/)
          .map(part => part.trim())
          .filter(part => part !== ''),
      }),
  }
}

function age(heading: string, key: AgeKey): Column {
  return {
    heading,
    answersFor: 'maximum_age',
    write: ({ fields }) => (fields[key] === null ? '' : String(fields[key])),
    read: (cell, service) => {
      if (cell === '') return withFields(service, { [key]: null })
      if (!/^\d{1,2}$/.test(cell)) return trouble(`“${short(cell)}” is no age. Write whole years from 0 to 99.`)
      return withFields(service, { [key]: Number(cell) })
    },
  }
}

export const nameColumn: Column = {
  ...words('Name', 'title'),
  answersFor: 'title',
  read: (cell, service) =>
    runsInASpreadsheet(cell)
      ? trouble(`“${short(cell)}” begins like a formula of a spreadsheet. Write what people call the service.`)
      : withFields(service, { title: cell }),
}

const description: Column = {
  heading: 'Description',
  write: ({ doc }) => serialiseBody(doc).trim(),
  read: (cell, service) => ({ kind: 'taken', service: { ...service, doc: normaliseDoc(parseBody(cell).doc) } }),
}

const telephone: Column = {
  ...words('Telephone', 'telephone'),
  answersFor: 'telephone',
  read: (cell, service) => {
    const whole = withItsNought(cell)
    return whole === null
      ? withFields(service, { telephone: cell })
      : withFields(service, { telephone: whole }, `Taken as ${whole}: a spreadsheet drops the first 0 of a number.`)
  },
}

const website: Column = {
  ...words('Website', 'url'),
  answersFor: 'url',
  read: (cell, service) => {
    const whole = asWholeWebAddress(cell)
    return whole === null
      ? withFields(service, { url: cell })
      : withFields(service, { url: whole }, `Taken as ${short(whole)}, as a browser needs it.`)
  },
}

const assuredOn: Column = {
  heading: 'Last assured',
  answersFor: 'assured_date',
  write: ({ fields }) => fields.assured_date ?? '',
  read: (cell, service) => {
    if (cell === '') return withFields(service, { assured_date: null })
    const day = isoDateSchema.safeParse(dayIn(cell))
    if (!day.success) return trouble(`“${short(cell)}” is no day. Write it as 3 October 2026.`)
    return withFields(service, { assured_date: day.data })
  },
}

export const columns: readonly Column[] = [
  nameColumn,
  words('Summary', 'summary'),
  description,
  words('Who runs it', 'organization'),
  telephone,
  { ...words('Email', 'email'), answersFor: 'email' },
  website,
  words('Address', 'address'),
  { ...words('Postcode', 'postcode'), answersFor: 'postcode' },
  age('From age', 'minimum_age'),
  age('To age', 'maximum_age'),
  list('Needs', 'needs'),
  list('Areas', 'areas'),
  list('Categories', 'categories'),
  words('When', 'schedule'),
  words('Cost', 'cost'),
  words('Who can use it', 'eligibility'),
  words('Referral', 'referral'),
  words('How to get it', 'application_process'),
  assuredOn,
  words('Assured by', 'assured_by'),
]

function withFields(service: SheetService, patch: Partial<ServiceFields>, note?: string): Taken {
  const taken = { ...service, fields: { ...service.fields, ...patch } }
  return { kind: 'taken', service: taken, ...(note !== undefined && { note }) }
}

function trouble(sentence: string): Taken {
  return { kind: 'trouble', sentence }
}

const short = (cell: string) => cell.slice(0, 60)

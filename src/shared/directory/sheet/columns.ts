import {
  type Doc,
  isoDateSchema,
  normaliseDoc,
  parseBody,
  type ServiceFields,
  serialiseBody,
} from '../../content/index.ts'
import { dayIn } from '../../feedback/day-in.ts'

/** A service as a row of a spreadsheet: one column for each thing that families read about it. */

export interface SheetService {
  fields: ServiceFields
  doc: Doc
}

/** A cell that cannot be taken in says why, in one sentence. */
export type Taken = { kind: 'taken'; service: SheetService } | { kind: 'trouble'; sentence: string }

export interface Column {
  heading: string
  /** What other lists call it, in small letters. */
  also: readonly string[]
  write(service: SheetService): string
  /** `cell` is trimmed. */
  read(cell: string, service: SheetService): Taken
}

type WordsKey = { [K in keyof ServiceFields]: ServiceFields[K] extends string ? K : never }[keyof ServiceFields]
type ListKey = 'needs' | 'areas' | 'categories'
type AgeKey = 'minimum_age' | 'maximum_age'

function words(heading: string, key: Exclude<WordsKey, 'id'>, ...also: string[]): Column {
  return {
    heading,
    also,
    write: ({ fields }) => fields[key],
    read: (cell, service) => withFields(service, { [key]: cell }),
  }
}

function list(heading: string, key: ListKey, ...also: string[]): Column {
  return {
    heading,
    also,
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

function age(heading: string, key: AgeKey, ...also: string[]): Column {
  return {
    heading,
    also,
    write: ({ fields }) => (fields[key] === null ? '' : String(fields[key])),
    read: (cell, service) => {
      if (cell === '') return withFields(service, { [key]: null })
      if (!/^\d{1,2}$/.test(cell)) return trouble(`“${short(cell)}” is no age. Write whole years from 0 to 99.`)
      return withFields(service, { [key]: Number(cell) })
    },
  }
}

const description: Column = {
  heading: 'Description',
  also: ['details', 'about'],
  write: ({ doc }) => serialiseBody(doc).trim(),
  read: (cell, service) => ({ kind: 'taken', service: { ...service, doc: normaliseDoc(parseBody(cell).doc) } }),
}

const assuredOn: Column = {
  heading: 'Last assured',
  also: ['assured date', 'assured on', 'last checked', 'last updated'],
  write: ({ fields }) => fields.assured_date ?? '',
  read: (cell, service) => {
    if (cell === '') return withFields(service, { assured_date: null })
    const day = isoDateSchema.safeParse(dayIn(cell))
    if (!day.success) return trouble(`“${short(cell)}” is no day. Write it as 3 October 2026.`)
    return withFields(service, { assured_date: day.data })
  },
}

export const columns: readonly Column[] = [
  words('Name', 'title', 'title', 'service', 'service name'),
  words('Summary', 'summary', 'short description'),
  description,
  words('Who runs it', 'organization', 'organisation', 'organization', 'provider', 'run by'),
  words('Telephone', 'telephone', 'phone', 'tel', 'telephone number', 'phone number'),
  words('Email', 'email', 'e-mail', 'email address'),
  words('Website', 'url', 'url', 'web', 'web address', 'link'),
  words('Address', 'address', 'venue', 'where'),
  words('Postcode', 'postcode', 'post code'),
  age('From age', 'minimum_age', 'minimum age', 'min age', 'age from'),
  age('To age', 'maximum_age', 'maximum age', 'max age', 'age to'),
  list('Needs', 'needs', 'need', 'for'),
  list('Areas', 'areas', 'area'),
  list('Categories', 'categories', 'category', 'kind of help', 'type'),
  words('When', 'schedule', 'schedule', 'days and times', 'times'),
  words('Cost', 'cost', 'price', 'fees', 'charge'),
  words('Who can use it', 'eligibility', 'eligibility', 'who can come'),
  words('Referral', 'referral', 'who can refer'),
  words('How to get it', 'application_process', 'how to get in', 'how to apply', 'application process'),
  assuredOn,
  words('Assured by', 'assured_by', 'checked by'),
]

function withFields(service: SheetService, patch: Partial<ServiceFields>): Taken {
  return { kind: 'taken', service: { ...service, fields: { ...service.fields, ...patch } } }
}

function trouble(sentence: string): Taken {
  return { kind: 'trouble', sentence }
}

const short = (cell: string) => cell.slice(0, 40)

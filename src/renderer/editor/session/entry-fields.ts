import type { z } from 'zod'
import type { Doc, Entry, PageFields, ReviewDates, ServiceFields, Tag } from '../../../shared/content/index.ts'
import type { entryFieldsSchema, OpenPage } from '../../../shared/contract/index.ts'

/** The known fields of a page or a service, as the contract carries them. */
export type EntryFields = z.infer<typeof entryFieldsSchema>

/** Fields that pages and services both have, and that the editor shows for both. */
export interface CommonFields {
  title: string
  summary: string
}

export function withCommon(entry: EntryFields, patch: Partial<CommonFields>): EntryFields {
  return entry.kind === 'page'
    ? { kind: 'page', fields: { ...entry.fields, ...patch } }
    : { kind: 'service', fields: { ...entry.fields, ...patch } }
}

/** What the checks look at: the open page with the words and fields as they are typed now. */
export function entryOf(opened: Pick<OpenPage, 'path' | 'section' | 'slug'>, entry: EntryFields, doc: Doc): Entry {
  const { path, section, slug } = opened
  return entry.kind === 'page'
    ? { kind: 'page', path, section, slug, fields: entry.fields, doc, trouble: [] }
    : { kind: 'service', path, slug, fields: entry.fields, doc, trouble: [] }
}

export function withTags(entry: EntryFields, checklist: Tag[]): EntryFields {
  return entry.kind === 'page'
    ? { kind: 'page', fields: { ...entry.fields, checklist } }
    : { kind: 'service', fields: { ...entry.fields, checklist } }
}

export function withOwner(entry: EntryFields, owner: string): EntryFields {
  return entry.kind === 'page'
    ? { kind: 'page', fields: { ...entry.fields, owner } }
    : { kind: 'service', fields: { ...entry.fields, owner } }
}

export function withReview(entry: EntryFields, review: ReviewDates): EntryFields {
  return entry.kind === 'page'
    ? { kind: 'page', fields: { ...entry.fields, review } }
    : { kind: 'service', fields: { ...entry.fields, review } }
}

export function withPageFields(entry: EntryFields, patch: Partial<PageFields>): EntryFields {
  return entry.kind === 'page' ? { kind: 'page', fields: { ...entry.fields, ...patch } } : entry
}

export function withServiceFields(entry: EntryFields, patch: Partial<ServiceFields>): EntryFields {
  return entry.kind === 'service' ? { kind: 'service', fields: { ...entry.fields, ...patch } } : entry
}

import type { implement } from '@orpc/server'
import type { contract, PageRow, ServicesSheet } from '../../../src/shared/contract/index.ts'

/** Whatever file is chosen: a row of each kind. */
export const seenServices: ServicesSheet = {
  kind: 'services-sheet',
  rows: [
    {
      row: 2,
      title: 'Chess club',
      kind: 'change',
      id: null,
      changes: [{ what: 'Cost', from: 'Free', to: '£2' }],
      trouble: [],
      leftOut: [],
      notes: [],
    },
    {
      row: 3,
      title: 'Swim',
      kind: 'add',
      id: null,
      changes: [{ what: 'Name', from: '', to: 'Swim' }],
      trouble: [],
      leftOut: [],
      notes: [],
    },
    {
      row: 4,
      title: '',
      kind: 'trouble',
      id: null,
      changes: [],
      trouble: ['Name: It has no name.'],
      leftOut: [],
      notes: [],
    },
    { row: 5, title: 'Sailing', kind: 'same', id: null, changes: [], trouble: [], leftOut: [], notes: [] },
  ],
  readAs: [],
  unused: ['Colour'],
  untouched: 1,
  seen: 'seen',
}

export function fakeServices(os: ReturnType<typeof implement<typeof contract>>, rows: () => readonly PageRow[]) {
  const services = () => rows().filter(({ kind }) => kind === 'service').length
  return {
    file: os.services.file.handler(() => ({ name: 'services.csv', text: 'Name\r\n', services: services() })),
    readFile: os.services.readFile.handler(() => seenServices),
    bringIn: os.services.bringIn.handler(() => ({ kind: 'services-in' as const, added: 1, changed: 1 })),
  }
}

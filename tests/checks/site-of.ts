import { type ExampleSite, seenOfEntry, type WholeSite } from '../../src/shared/checks/index.ts'
import { type Entry, parseEntry, workspacePathSchema } from '../../src/shared/content/index.ts'

/** `pages/education/bus.md` has the id that `BUS` stands for in the files of an example. */
function idFor(name: string): string {
  const letters = name
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[ILOU]/g, 'X')
  return `01${letters.padStart(24, '0').slice(-24)}`
}

export function siteOf({ files, team = [] }: ExampleSite): WholeSite {
  const entries = Object.entries(files).map(([path, text]): Entry => {
    const name = path.replace(/^.*\//, '').replace(/\.md$/, '')
    const [fields = '', ...body] = text.split('\n---\n')
    const named = `id: ${idFor(name)}\n${fields}`.replace(/(?<=^ {2}- )[A-Z]+$/gm, idFor)
    const whole = `---\n${named}\n---\n${body.join('\n---\n')}\n`
    const linked = whole.replace(/(?<=\b(?:page|service):)[A-Z]+\b/g, idFor)
    return parseEntry(workspacePathSchema.parse(path), linked).entry
  })
  const seen = new Map(entries.map(entry => [entry, seenOfEntry(entry)]))
  return {
    config: {
      name: 'Southend Local Offer',
      sections: ['education', 'health', 'social-care'].map(slug => ({ slug, title: slug, summary: '' })),
      contact: { telephone: '', email: '' },
      team: team.map(email => ({ name: email, email, roles: ['writer'] })),
    },
    entries,
    byId: new Map(entries.map(entry => [entry.fields.id, entry])),
    seen: entry => seen.get(entry) ?? seenOfEntry(entry),
  }
}

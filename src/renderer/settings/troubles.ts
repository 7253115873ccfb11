import {
  type AccessibilityFacts,
  everySchema,
  isSame,
  type PublishTarget,
  type SiteConfig,
  siteConfigSchema,
} from '../../shared/content/index.ts'
import { telephoneTrouble } from '../../shared/directory/index.ts'
import { colourTrouble } from '../../shared/site/index.ts'
import type { Troubles } from '../start/missing.ts'
import type { FieldTrouble } from '../ui/form-troubles.tsx'

export function connectionTroubles({ address, token }: { address: string; token: string }): Troubles {
  return {
    address: /^https?:\/\/\S+$/.test(address.trim()) ? null : 'Write the address. It starts with https://',
    token: token.trim() === '' ? 'Paste the access token.' : null,
  }
}

interface WayInTyped {
  way: 'password' | 'key'
  password: string
  privateKey: string
}

export function wayInTroubles({ way, password, privateKey }: WayInTyped): Troubles {
  return {
    password: way === 'key' || password !== '' ? null : 'Write the password.',
    privateKey:
      way === 'password' || privateKey.includes('PRIVATE KEY-----')
        ? null
        : 'Paste the private key: its first line ends with “PRIVATE KEY-----”. The public one, which ends in .pub, is another.',
  }
}

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** From the root: of a drive, of a network share, or of the disk. What it means may not hang on where Signpost started. */
const wholePath = /^(?:[a-z]:[\\/]|\\\\|\/)/i

function statementTroubles({ standing, auditedBy, audited, faults }: AccessibilityFacts): FieldTrouble[] {
  const found: FieldTrouble[] = []
  if (standing === 'fully' && (auditedBy.trim() === '' || audited === null)) {
    found.push({
      field: auditedBy.trim() === '' ? 'accessibility.auditedBy' : 'accessibility.audited',
      message:
        'Only an audit can find the site fully compliant. Write who tested it and on which day, or choose another answer.',
    })
  }
  for (const [at, { says, criterion }] of faults.entries()) {
    if (says.trim() === '')
      found.push({
        field: `faults.${at}.says`,
        message: 'Write what does not work, or take it out of the accessibility statement.',
      })
    if (!/^([1-4]\.\d{1,2}\.\d{1,2})?$/.test(criterion)) {
      found.push({
        field: `faults.${at}.criterion`,
        message: `“${criterion}” is no WCAG success criterion. Write it as three numbers, such as 2.1.1, or leave it empty.`,
      })
    }
  }
  return found
}

const happened = [
  { key: 'audited', what: 'on which the site was tested' },
  { key: 'prepared', what: 'on which the accessibility statement was first written' },
  { key: 'reviewed', what: 'on which somebody last read the accessibility statement through' },
] as const

/** A statement of the law says of nothing that it was done on a day that has not come. */
export function daysToComeTroubles(facts: AccessibilityFacts, today: string): FieldTrouble[] {
  return happened
    .filter(({ key }) => (facts[key] ?? '') > today)
    .map(({ key, what }) => ({
      field: `accessibility.${key}`,
      message: `The day ${what} has not come yet. Look at its year.`,
    }))
}

/** A telephone number or an email address that families are given; none is no trouble. */
export function ringsTrouble(telephone: string): string | null {
  return telephone.trim() === '' ? null : telephoneTrouble(telephone)
}

export function emailTrouble(email: string): string | null {
  return email.trim() === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim())
    ? null
    : `“${email.trim().slice(0, 40)}” is no email address. Write one such as local-offer@example.org.`
}

/** What has a most, by the sheet in which it is written. */
const bounded: readonly { title: string; field: string; of: (config: SiteConfig) => unknown }[] = [
  {
    title: 'The look of the site',
    field: 'colour',
    of: ({ site: { colour, logo, useful } }) => [colour, logo, useful],
  },
  { title: 'What families say', field: 'tasks.', of: ({ site }) => site.tasks },
  { title: 'Urgent help', field: 'urgent.', of: ({ site }) => site.urgent },
  { title: 'Search words', field: 'search.', of: ({ site }) => site.search },
  { title: 'What we are working on', field: 'working.', of: ({ site }) => site.working },
  { title: 'Accessibility statement', field: 'accessibility.', of: ({ site }) => site.accessibility },
  { title: 'When pages are checked', field: 'holidays.', of: ({ review }) => review.holidays },
]

/** Whoever reads the settings next lets go of what is longer than it may be, a whole list at once: it is not even written. */
function tooLongTroubles(config: SiteConfig): FieldTrouble[] {
  const read = siteConfigSchema.safeParse(config)
  const lost = read.success ? bounded.find(({ of }) => !isSame(of(config), of(read.data))) : undefined
  if (lost === undefined) return []
  const message = `Under “${lost.title}” stands more than the settings can keep. Shorten the longest words there, or take something away.`
  return [{ field: lost.field, message }]
}

/** Everything that the shared settings still need, each by the field that it is about; none when they will do. */
export function configTroubles(config: SiteConfig): FieldTrouble[] {
  const found: FieldTrouble[] = []
  const need = (field: string, message: string | null | false) => {
    if (message) found.push({ field, message })
  }
  const { site, contact, publish, review } = config
  need('name', config.name.trim() === '' && 'The Local Offer needs a name.')
  need('contact.telephone', ringsTrouble(contact.telephone))
  need('contact.email', emailTrouble(contact.email))
  need(
    'review.every',
    !everySchema.safeParse(review.every).success && 'Write how often a page is checked, such as 6 months.',
  )
  need('colour', site.colour === '' ? null : colourTrouble(site.colour))
  need(
    'useful',
    site.useful !== '' &&
      !/^(https:\/\/\S+|[^\s@]+@[^\s@]+)$/.test(site.useful) &&
      'Write where “Is this page useful?” leads: an email address, or the address of your form. It starts with https://',
  )
  for (const [at, { says, to }] of site.tasks.entries()) {
    need(`tasks.${at}.says`, says.trim() === '' && 'Write what families say.')
    need(`tasks.${at}.to`, to === '' && `Choose the page that answers ${called(says, 'it')}.`)
  }
  for (const [at, { says, to }] of site.urgent.entries())
    need(
      `urgent.${at}.to`,
      to === '' &&
        `Choose the service or the page that families are to read${says.trim() === '' ? '' : ` for “${says.trim()}”`}.`,
    )
  for (const [at, { says, means }] of site.search.entries()) {
    need(`search.${at}.says`, says.trim() === '' && 'Write the word that families type.')
    need(`search.${at}.means`, means.trim() === '' && `Write what the site calls ${called(says, 'it')}.`)
  }
  for (const [at, { says, requirement }] of site.working.entries()) {
    need(`working.${at}.says`, says.trim() === '' && 'Write what is missing.')
    need(
      `working.${at}.requirement`,
      requirement === '' && `Choose the requirement that ${called(says, 'it')} will answer.`,
    )
  }
  found.push(...statementTroubles(site.accessibility))
  need(
    'review.risk',
    !everySchema.safeParse(review.risk).success &&
      'Write how often pages with law, money, deadlines or numbers are checked, such as 6 months.',
  )
  for (const [at, { name, from, to }] of review.holidays.entries())
    need(`holidays.${at}.to`, to < from && `“${name || 'A holiday'}” ends before it begins. Look at its days.`)
  for (const [at, { title, slug: address }] of config.sections.entries()) {
    const twice = config.sections.findIndex(other => other.slug === address) < at
    need(`sections.${at}.title`, sectionTrouble(title, address, twice))
  }
  for (const [at, { name, email }] of config.team.entries()) {
    need(`team.${at}.name`, name.trim() === '' && `Write the name of colleague ${at + 1}.`)
    need(
      `team.${at}.email`,
      !email.includes('@') && `Write the email address of ${name.trim() || `colleague ${at + 1}`}.`,
    )
  }
  need(
    'publish.url',
    publish.url !== '' && !/^https?:\/\/\S+$/.test(publish.url) && 'The address of the site starts with https://',
  )
  for (const [at, target] of publish.targets.entries()) found.push(...targetTroubles(target, `targets.${at}`))
  if (found.length === 0) found.push(...tooLongTroubles(config))
  return found
}

const called = (says: string, otherwise: string) => (says.trim() === '' ? otherwise : `“${says.trim()}”`)

function sectionTrouble(title: string, address: string, twice: boolean): string | null {
  if (title.trim() === '') return 'Every section needs a title.'
  if (!slug.test(address)) return `The address of “${title}” may have small letters, digits and hyphens only.`
  return twice ? `Another section has the same address as “${title}”. Give it another title.` : null
}

function targetTroubles(target: PublishTarget, name: string): FieldTrouble[] {
  if (target.kind === 'branch') return []
  if (target.kind === 'folder') {
    const message = 'Write the whole path of the folder, such as C:\\Web\\offer or /srv/offer.'
    return wholePath.test(target.path.trim()) ? [] : [{ field: `${name}.path`, message }]
  }
  const { host, port, user, folder } = target
  const parts = [
    {
      field: 'host',
      fine: /^[^\s/:@]+$/.test(host),
      message: 'Write the server of the web host, such as web.example.org.',
    },
    { field: 'port', fine: port >= 1 && port <= 65_535, message: 'Write the port of the web host, such as 22.' },
    { field: 'user', fine: user.trim() !== '', message: 'Write the user name on the web host.' },
    { field: 'folder', fine: folder.trim() !== '', message: 'Write the folder on the web host, such as /srv/offer.' },
  ]
  return parts.flatMap(({ field, fine, message }) => (fine ? [] : [{ field: `${name}.${field}`, message }]))
}

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

function isWhole({ host, port, user, folder }: Extract<PublishTarget, { kind: 'sftp' }>): boolean {
  return /^[^\s/:@]+$/.test(host) && port >= 1 && port <= 65_535 && user.trim() !== '' && folder.trim() !== ''
}

function statementTrouble({ standing, auditedBy, audited, faults }: AccessibilityFacts): string | null {
  if (standing === 'fully' && (auditedBy.trim() === '' || audited === null))
    return 'Only an audit can find the site fully compliant. Write who tested it and on which day, or choose another answer.'
  if (faults.some(({ says }) => says.trim() === ''))
    return 'Everything that may not work needs its words in the accessibility statement.'
  const odd = faults.find(({ criterion }) => !/^([1-4]\.\d{1,2}\.\d{1,2})?$/.test(criterion))
  if (odd)
    return `“${odd.criterion}” is no WCAG success criterion. Write it as three numbers, such as 2.1.1, or leave it empty.`
  return null
}

const happened = [
  { key: 'audited', what: 'on which the site was tested' },
  { key: 'prepared', what: 'on which the accessibility statement was first written' },
  { key: 'reviewed', what: 'on which somebody last read the accessibility statement through' },
] as const

/** A statement of the law says of nothing that it was done on a day that has not come. */
export function daysToComeTrouble(facts: AccessibilityFacts, today: string): string | null {
  const ahead = happened.find(({ key }) => (facts[key] ?? '') > today)
  return ahead === undefined ? null : `The day ${ahead.what} has not come yet. Look at its year.`
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
const bounded: readonly { title: string; of: (config: SiteConfig) => unknown }[] = [
  { title: 'The look of the site', of: ({ site: { colour, logo, useful } }) => [colour, logo, useful] },
  { title: 'What families say', of: ({ site }) => site.tasks },
  { title: 'Urgent help', of: ({ site }) => site.urgent },
  { title: 'Search words', of: ({ site }) => site.search },
  { title: 'What we are working on', of: ({ site }) => site.working },
  { title: 'Accessibility statement', of: ({ site }) => site.accessibility },
  { title: 'When pages are checked', of: ({ review }) => review.holidays },
]

/** Whoever reads the settings next lets go of what is longer than it may be, a whole list at once: it is not even written. */
function tooLongTrouble(config: SiteConfig): string | null {
  const read = siteConfigSchema.safeParse(config)
  const lost = read.success ? bounded.find(({ of }) => !isSame(of(config), of(read.data))) : undefined
  return lost === undefined
    ? null
    : `Under “${lost.title}” stands more than the settings can keep. Shorten the longest words there, or take something away.`
}

/** What the shared settings still need, as one sentence; null when they will do. */
export function configTrouble(config: SiteConfig): string | null {
  if (config.name.trim() === '') return 'The Local Offer needs a name.'
  const contact = ringsTrouble(config.contact.telephone) ?? emailTrouble(config.contact.email)
  if (contact !== null) return contact
  if (config.sections.some(({ title }) => title.trim() === '')) return 'Every section needs a title.'
  const odd = config.sections.find(section => !slug.test(section.slug))
  if (odd) return `The address of “${odd.title}” may have small letters, digits and hyphens only.`
  const slugs = config.sections.map(section => section.slug)
  if (new Set(slugs).size < slugs.length) return 'Two sections have the same address.'
  if (config.team.some(({ name, email }) => name.trim() === '' || !email.includes('@')))
    return 'Everybody in the team needs a name and an email address.'
  if (config.publish.url !== '' && !/^https?:\/\/\S+$/.test(config.publish.url))
    return 'The address of the site starts with https://'
  if (config.publish.targets.some(target => target.kind === 'folder' && !wholePath.test(target.path.trim())))
    return 'Write the whole path of each folder, such as C:\\Web\\offer or /srv/offer.'
  const host = config.publish.targets.find(target => target.kind === 'sftp' && !isWhole(target))
  if (host) return 'A web host needs its server, a port such as 22, a user name and a folder, such as /srv/offer.'
  const colour = config.site.colour === '' ? null : colourTrouble(config.site.colour)
  if (colour !== null) return colour
  if (config.site.tasks.some(({ says, to }) => says.trim() === '' || to === ''))
    return 'Everything that families say needs its words, and the page that answers it.'
  if (config.site.urgent.some(({ to }) => to === ''))
    return 'Everybody who helps at once needs the service or the page that families are to read.'
  if (config.site.search.some(({ says, means }) => says.trim() === '' || means.trim() === ''))
    return 'Every search word needs what families type, and what it is called on the site.'
  if (config.site.working.some(({ says, requirement }) => says.trim() === '' || requirement === ''))
    return 'Everything that you are working on needs its words, and the requirement that it will answer.'
  const statement = statementTrouble(config.site.accessibility)
  if (statement !== null) return statement
  if (config.site.useful !== '' && !/^(https:\/\/\S+|[^\s@]+@[^\s@]+)$/.test(config.site.useful))
    return 'Write where “Is this page useful?” leads: an email address, or the address of your form. It starts with https://'
  if (!everySchema.safeParse(config.review.risk).success)
    return 'Write how often pages with law, money, deadlines or numbers are checked, such as 6 months.'
  const wrong = config.review.holidays.find(({ from, to }) => to < from)
  if (wrong) return `“${wrong.name || 'A holiday'}” ends before it begins. Look at its days.`
  return tooLongTrouble(config)
}

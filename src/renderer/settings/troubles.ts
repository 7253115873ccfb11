import {
  type AccessibilityFacts,
  everySchema,
  type PublishTarget,
  type SiteConfig,
} from '../../shared/content/index.ts'
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

/** What the shared settings still need, as one sentence; null when they will do. */
export function configTrouble(config: SiteConfig): string | null {
  if (config.name.trim() === '') return 'The Local Offer needs a name.'
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
  return null
}

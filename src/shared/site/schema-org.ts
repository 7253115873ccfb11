import { type Node, type Page, type Service, textOf } from '../content/index.ts'
import { addressOf } from './addresses.ts'
import type { Crumb } from './frame.ts'
import { outsideAddress } from './html.ts'
import type { SiteIndex } from './site-index.ts'

/**
 * What is true of a page in schema.org's words. Only what families read on the page too: a search engine is told nothing
 * that they are not.
 */

type Facts = Record<string, unknown>

/** Without what nobody said. */
function said(facts: Facts): Facts {
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== '' && value !== null && value !== undefined),
  )
}

function graph(...parts: readonly (Facts | null)[]): object {
  return { '@context': 'https://schema.org', '@graph': parts.filter(part => part !== null) }
}

/** The site, and the council behind it. */
export function factsOfHome(site: SiteIndex, url: string): object {
  const { council, contact, language, site: front } = site.input.config
  const { telephone, email } = contact
  const logo = front.logo.startsWith('media/') && site.input.media.has(front.logo.slice('media/'.length))
  return graph(
    said({
      '@type': 'WebSite',
      '@id': `${url}/#site`,
      name: site.name,
      url: `${url}/`,
      inLanguage: language,
      publisher: council === '' ? null : { '@id': `${url}/#council` },
    }),
    council === ''
      ? null
      : said({
          '@type': 'GovernmentOrganization',
          '@id': `${url}/#council`,
          name: council,
          telephone,
          email,
          logo: logo ? `${url}/${front.logo}` : null,
        }),
  )
}

export function factsOfPage(site: SiteIndex, page: Page, trail: readonly Crumb[], url: string): object {
  const { title, summary, language, id } = page.fields
  const address = `${url}${addressOf(page)}`
  const questions = questionsIn(page)
  return graph(
    said({
      '@type': questions.length > 0 ? ['WebPage', 'FAQPage'] : 'WebPage',
      '@id': `${url}/id/${id}/`,
      url: address,
      name: title,
      description: summary,
      inLanguage: language || site.input.config.language,
      lastReviewed: site.lastReviewed(page),
      isPartOf: { '@id': `${url}/#site` },
      mainEntity: questions.length > 0 ? questions : null,
    }),
    crumbs(trail, url),
  )
}

function crumbs(trail: readonly Crumb[], url: string): Facts | null {
  if (trail.length === 0) return null
  return {
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ title, address }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: title,
      item: `${url}${address}`,
    })),
  }
}

/** A page is questions and answers only where each of its main headings is a question with words under it, and two are. */
function questionsIn({ doc }: Page): Facts[] {
  const parts: { question: string; answer: Node[] }[] = []
  for (const block of doc.content) {
    if (block.type === 'heading' && block.attrs.level === 2) parts.push({ question: textOf(block).trim(), answer: [] })
    else parts.at(-1)?.answer.push(block)
  }
  const asked = parts.map(({ question, answer }) => ({ question, answer: spoken(answer) }))
  const areAll = asked.length >= 2 && asked.every(({ question, answer }) => question.endsWith('?') && answer !== '')
  if (!areAll) return []
  return asked.map(({ question, answer }) => ({
    '@type': 'Question',
    name: question,
    acceptedAnswer: { '@type': 'Answer', text: answer },
  }))
}

const mostOfAnswer = 1_000

function spoken(blocks: readonly Node[]): string {
  const text = blocks
    .map(wordsOf)
    .filter(words => words !== '')
    .join(' ')
  return text.length > mostOfAnswer ? `${text.slice(0, mostOfAnswer).replace(/\s\S*$/, '')} …` : text
}

/** Blocks that hold others are read one after the other, with room between. */
function wordsOf(node: Node): string {
  const inner = 'content' in node && node.content ? node.content : []
  const isText = inner.every(child => child.type === 'text' || child.type === 'hardBreak' || !('content' in child))
  return (isText ? textOf(node) : inner.map(wordsOf).join(' ')).replace(/\s+/g, ' ').trim()
}

/** The council's own is a service of government; a parents' group is not. */
export function factsOfService(site: SiteIndex, service: Service, trail: readonly Crumb[], url: string): object {
  const { fields } = service
  const { council } = site.input.config
  const isOurs = council !== '' && (fields.organization === '' || isSameName(fields.organization, council))
  const address = outsideAddress(fields.url)
  return graph(
    said({
      '@type': isOurs ? 'GovernmentService' : 'Service',
      '@id': `${url}/id/${fields.id}/`,
      url: `${url}${addressOf(service)}`,
      name: fields.title,
      description: fields.summary,
      serviceType: fields.categories[0],
      areaServed: fields.areas.length > 0 ? [...fields.areas] : null,
      audience: audienceOf(service),
      provider: isOurs
        ? { '@id': `${url}/#council` }
        : fields.organization === ''
          ? null
          : { '@type': 'Organization', name: fields.organization },
      availableChannel: said({
        '@type': 'ServiceChannel',
        servicePhone: fields.telephone === '' ? null : { '@type': 'ContactPoint', telephone: fields.telephone },
        serviceUrl: address?.startsWith('http') ? address : null,
      }),
    }),
    crumbs(trail, url),
  )
}

function isSameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase()
}

function audienceOf({ fields: { minimum_age, maximum_age } }: Service): Facts | null {
  if (minimum_age === null && maximum_age === null) return null
  return said({ '@type': 'PeopleAudience', suggestedMinAge: minimum_age, suggestedMaxAge: maximum_age })
}

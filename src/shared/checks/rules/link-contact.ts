import type { Service } from '../../content/index.ts'
import { digitsOf, emailPattern, isEmail, isOneNumber, phoneIn } from '../contact-details.ts'
import { linking } from '../edit-text.ts'
import { type Finding, rule, type Severity } from '../rule.ts'
import { canBeRung } from '../telephone.ts'

/** A telephone number or an email address that does not lead where it says, or nowhere. WCAG 2.2 SC 2.4.4. */
export const linkContact = rule({
  id: 'link-contact',
  severity: 'error',
  wcag: ['2.4.4'],
  why: 'A family that taps a number or an address reaches a stranger, or nobody, and does not know why.',
  on: {
    link: ({ text, href, block, start, end, place }) => {
      const message = wrongTarget(text.trim(), href)
      if (message === null) return null
      // Words that are an email address and nothing else cannot have meant a web page.
      if (!/^https?:/i.test(href) || !isEmail(text.trim())) return { message, place }
      return { message, place, fix: linking('Make it open an email', block, start, end, `mailto:${text.trim()}`) }
    },
    nodes: {
      contact: ({ attrs }, path) =>
        wrongDetails(attrs.telephone, attrs.textphone, attrs.email, attrs.website).map(
          ({ message, severity }): Finding => ({ message, place: { path }, severity }),
        ),
    },
    page: ({ entry }) => (entry.kind === 'service' ? ofService(entry) : null),
  },
  examples: {
    fail: [
      '[help@example.org](mailto:hepl@example.org)',
      '[01632 960001](tel:01632960010)',
      '[Text 07700 900111](sms:+447700900999)',
      '[help@example.org](https://help@example.org)',
      '[01632 960001](https://example.org/ring-us)',
      '[Email: help@example.org](https://example.org/write)',
      '[Email us](mailto:)',
      '[Ring the front desk](tel:01632)',
      ':::contact{name="Team" telephone="01632 960001 or 01632 960002"}\n:::',
      ':::contact{name="Team" website="www.example.org"}\n:::',
    ],
    pass: [
      '[help@example.org](mailto:Help@example.org?subject=Travel)',
      '[01632 960001](tel:+441632960001)',
      'Text us: [07700 900111](sms:+447700900111?body=Hello), or [text HELP to 80010](sms:80010).',
      '[Ring 0808 157 0001, free](tel:08081570001)',
      '[01632 960001 extension 204](tel:01632960001;ext=204)',
      '[18001 01632 960001](tel:18001 01632 960001)',
      '[Email the team](mailto:help@example.org)',
      '[Share this page by email](mailto:?subject=Travel)',
      '[2026](https://example.org/2026) and [03 to 05](https://example.org/ages)',
      ':::contact{name="Team" telephone="+44 (0)1632 960001" textphone="18001 01632 960001" email="help@example.org"}\n:::',
    ],
  },
})

function wrongTarget(text: string, href: string): string | null {
  const [, scheme = '', target = ''] = /^(mailto|sms|tel|https?):(.*)$/is.exec(href) ?? []
  const emails = text.match(emailPattern) ?? []
  switch (scheme.toLowerCase()) {
    case 'mailto': {
      const [address = '', more = ''] = target.split('?')
      // Whoever passes a page on puts in whom it is for.
      if (address === '' && /(?:^|&)(?:subject|body)=/i.test(more)) return null
      if (!isEmail(decoded(address))) return `“${text}” has no email address behind it.`
      const [said, ...others] = emails
      const isOther = said !== undefined && others.length === 0 && said.toLowerCase() !== decoded(address).toLowerCase()
      return isOther ? `“${said}” opens an email to another address, “${decoded(address)}”.` : null
    }
    case 'sms':
    case 'tel': {
      // What is dialled once somebody has answered is no part of the number.
      const rung = digitsOf(target.replace(/[;,?&pw].*$/i, '')).replace(/^1800[12](?=0)/, '')
      if (rung.length < 3 || isCutOff(rung)) return `“${text}” has no telephone number behind it.`
      const said = phoneIn(text)
      return said !== null && said !== rung ? `“${text}” leads to another number, “${target}”.` : null
    }
    default:
      if (scheme === '') return null
      if (emails[0] === text.replace(/^(?:e-?mail|write to):? /i, ''))
        return `“${text}” is an email address, and leads to a web page.`
      return phoneIn(text) !== null && isOneNumber(text)
        ? `“${text}” is a telephone number, and leads to a web page.`
        : null
  }
}

/** A number that no telephone can have: half of one, or one with a digit too many. */
function isCutOff(digits: string): boolean {
  return digits.startsWith('0') && !digits.startsWith('00') && !canBeRung(digits.replace(/^1800[12](?=0)/, ''))
}

/** A percent sign that stands for itself leaves the address as it is. */
function decoded(address: string): string {
  return address.replace(/%40/g, '@').replace(/%20/g, ' ').trim()
}

interface WrongDetail {
  detail: 'telephone' | 'textphone' | 'email' | 'website'
  message: string
  severity: Severity
}

/** The site makes a link of each: what is left open by “TBC” is found by another rule. */
function wrongDetails(telephone: string, textphone: string, email: string, website: string): WrongDetail[] {
  const wrong: WrongDetail[] = []
  const open = (detail: string) => detail.trim() === '' || /\btb[acd]\b/i.test(detail)
  for (const [detail, number] of [
    ['telephone', telephone],
    ['textphone', textphone],
  ] as const) {
    if (open(number) || isOneNumber(number)) continue
    wrong.push({
      detail,
      // Two numbers, or one with a word beside it: a person can still ring it.
      severity: 'warning',
      message: `“${number}” cannot be rung with one tap. Put one number here, and anything else in the words below.`,
    })
  }
  if (!open(email) && !isEmail(email))
    wrong.push({ detail: 'email', severity: 'error', message: `“${email}” is not a whole email address.` })
  if (!open(website) && !/^(?:https?:\/\/[^/\s]+\.[^/\s]|page:)/i.test(website)) {
    wrong.push({
      detail: 'website',
      severity: 'error',
      message: `“${website}” is not a whole web address: it starts with “https://”.`,
    })
  }
  return wrong
}

function ofService({ fields }: Service): Finding[] {
  return wrongDetails(fields.telephone, '', fields.email, fields.url).map(({ detail, message, severity }) => ({
    message,
    severity,
    place: { path: [] },
    field: detail === 'website' ? 'url' : detail,
  }))
}

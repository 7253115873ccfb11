import { unlinking } from '../edit-text.ts'
import { rule } from '../rule.ts'

/** A link that only works on the author's own computer, or that runs something. */
export const linkUnsafe = rule({
  id: 'link-unsafe',
  severity: 'error',
  wcag: [],
  source: 'Links are for everybody: web, email, telephone, pages and documents of the site',
  why: 'This address works on one computer only, or not at all, so families would get nowhere.',
  on: {
    link: ({ text, href, block, start, end, place }) => {
      const fix = unlinking('Take the link away', block, start, end)
      if (isUnfinished(href)) {
        return {
          message: `“${text.trim()}” leads to a place for the people who make the page, not for families.`,
          place,
          fix,
        }
      }
      if (isOfOneVisit(href)) {
        return { message: `The address of “${text.trim()}” is of one person’s visit, and soon leads nowhere.`, place }
      }
      // An email address as if it were a website; where it is the words too, they say what it is meant to be.
      if (/^https?:\/\/[^/?#\s]+@[^/?#\s]+\/?$/i.test(href.trim())) {
        return (
          !text.includes('@') && {
            message: `“${text.trim()}” leads to an email address as if it were a website.`,
            place,
          }
        )
      }
      const isUnsafe =
        /^(?:javascript|data|vbscript|file|blob):/i.test(href.trim()) ||
        /^https?:\/\/(?:localhost|127\.\d|10\.\d|192\.168\.\d|172\.(?:1[6-9]|2\d|3[01])\.\d|[^/.]+(?:\/|$))/i.test(
          href,
        ) ||
        /^(?:[a-z]:(?:\\|%5c|\/)|\\\\)/i.test(href) ||
        /^(?:#|\\\\.*|)$/.test(href.trim()) ||
        isMistyped(href.trim())
      return isUnsafe && { message: `“${text.trim()}” has an address that families cannot open.`, place, fix }
    },
  },
  examples: {
    fail: [
      '[Form](file:///C:/form.doc)',
      '[Rota](http://intranet/rota)',
      '[Top](#)',
      '[Test](http://localhost:8080/)',
      '[Rota](https://intranet.example.org/rota)',
      '[Travel](https://www.example.org/travel?preview=true)',
      '[Travel](https://staging.example.org/travel)',
      '[Plan](https://example.sharepoint.com/sites/send/plan)',
      '[Write to the hub](https://hub@example.org)',
      '[Clubs](htp://example.org/clubs)',
      '[Clubs](http:///clubs)',
      '[Clubs](http://https://example.org/clubs)',
      '[Form](https://docs.google.com/document/d/1a2b3c/edit)',
      '[Travel](https://example.org/preview/node/4512?token=ab9)',
      '[Travel](https://example.org/admin/pages/45)',
      '[Clubs](https://example.org/clubs;jsessionid=1A2B3C)',
      '[Clubs](https://example.org/clubs?sid=9f8e7d6c)',
    ],
    pass: [
      '[Form](https://example.org/form)',
      '[Our page](https://example.org/@hub)',
      '[Ring us](tel:01632960001)',
      '[Join the meeting](https://teams.microsoft.com/l/meetup-join/19)',
      '[Add the dates to your calendar](webcal://example.org/dates.ics)',
      '[Ten](https://10.example.org/)',
      '[Testing for dyslexia](https://www.example.org/test/dyslexia)',
      '[Preview evening](https://example.org/preview-evening) and [previews](https://example.org/shows/preview)',
      '[Our admin team](https://example.org/about/admin), and [autumn](https://example.org/clubs?session=autumn)',
      '[Draft strategy](https://example.org/draft-strategy), and [bus tokens](https://example.org/bus?token=blue)',
    ],
    html: {
      fail: [
        '<p><a href="javascript:void(0)">Show the times</a></p>',
        '<p><a href="#">Apply</a></p>',
        '<p><a href="">Apply</a></p>',
      ],
      pass: ['<p><a href="/travel">Travel</a></p>', '<p><a href="#top">Back to the top</a></p>'],
    },
  },
})

/** `htp://`, `http:///`, `about:`, a web address without its beginning: none of them leads to a page. */
function isMistyped(href: string): boolean {
  const [, scheme = ''] = /^([a-z][a-z\d+.-]*):/i.exec(href) ?? []
  const isKnown =
    /^(?:https?|mailto|tel|sms|page|service|whatsapp|geo|webcal|skype|facetime|maps|itms-apps|market)$/i.test(scheme)
  const isWeb = /^https?:/i.test(href)
  return (
    (scheme !== '' && !isKnown && !/\.[a-z]{2,}$/i.test(scheme) && scheme !== 'localhost') ||
    (isWeb && !/^https?:\/\/[^/\s]/i.test(href)) ||
    /^https?:\/\/(?:https?[:/]|www\.?\/)/i.test(href) ||
    /^www\.[^/]+\.[a-z]{2,}/i.test(href)
  )
}

const label = '(?:intranet|preview|pre-?prod|staging|stage|stg|uat|qa|dev|test|testing|sandbox|author|cms)'
/** A draft, a trial site, a colleague's folder: what one has to be let into. */
const unfinished = [
  new RegExp(`^https?://(?:[^/]*[.-])?${label}\\.[^/]+\\.`, 'i'),
  new RegExp(`^https?://[^/.]*-${label}\\.`, 'i'),
  new RegExp(`^https?://${label}\\d?-www\\.`, 'i'),
  /^https?:\/\/[^/]+\.(?:local|internal|intranet|lan|corp|test)(?:[:/]|$)/i,
  /^https?:\/\/[^/]+\.ngrok(?:-free)?\.(?:app|io)(?:[:/]|$)/i,
  /[?&](?:preview(?:_id|_nonce)?|draft|cms_preview)=|[?&](?:action|mode|view)=(?:edit|preview)(?:&|$)/i,
  /\/(?:wp-admin|wp-login\.php|node\/(?:add|preview)|umbraco|sitecore\/shell|_layouts)(?:[/?#]|$)/i,
  /\/(?:articles?|content|entries|node|pages?|posts?)\/[\w-]+\/(?:draft|edit|preview|revisions?)(?:[/?#]|$)/i,
  // What is not out yet stands in a place of its own; a page may be about a preview.
  /^https?:\/\/[^/]+\/(?:[a-z]{2}\/)?_?(?:admin|administrator|drafts?|preview|staging)(?:\/|[?#].|$)/i,
  /^https?:\/\/[^/]*\.sharepoint\.com\//i,
  /^https?:\/\/(?:outlook\.(?:office|live)\.com|outlook\.office365\.com|teams\.microsoft\.com\/(?:l\/file|_))/i,
  /^https?:\/\/(?:mail\.google|web\.whatsapp|app\.slack)\.com\/|^https?:\/\/drive\.google\.com\/drive\/(?:my-drive|u\/\d)/i,
  /^https?:\/\/docs\.google\.com\/[^?#]*\/edit\b/i,
]

/** What a website adds to its addresses to know one visitor again: it is kept for an hour, or for nobody else. */
const ofOneVisit =
  /[;?&](?:jsessionid|phpsessid|asp\.net_sessionid|session_?id|cftoken|access_?token|auth_?token|id_?token)=[^&#]|[?&](?:sid|sess|token)=(?=[^&#]*\d)[\w.~%-]{3,}|\/\(s\([a-z\d]{10,}\)\)\//i

function isOfOneVisit(href: string): boolean {
  return ofOneVisit.test(href)
}

function isUnfinished(href: string): boolean {
  return unfinished.some(pattern => pattern.test(href.trim()))
}

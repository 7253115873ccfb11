import { emailPattern, phoneIn } from '../../contact-details.ts'
import { type Contact, contactsByName } from '../same-name.ts'
import { type SiteFinding, siteRule } from '../site-rule.ts'

/** One organisation with two telephone numbers, email addresses or postcodes: one of the pages is wrong. */
export const detailsDiffer = siteRule({
  id: 'details-differ',
  severity: 'warning',
  wcag: [],
  source: 'SEND Code of Practice 2015, chapter 4: the Local Offer is accurate and up to date',
  why: 'A family that rings the old number gives up, and cannot know that another page has the right one.',
  look(site) {
    return contactsByName(site).flatMap(same => {
      const told = same.map(toldBy)
      return told.flatMap(one => findingsOf(one, told))
    })
  },
  examples: {
    fail: [
      {
        files: {
          'pages/education/travel.md':
            'title: Travel\n---\n:::contact{name="Travel team" telephone="01632 960111"}\n:::',
          'services/travel-team.md': 'title: Travel team\ntelephone: 01632 960112',
        },
      },
      {
        files: {
          'pages/health/one.md': 'title: One\n---\n:::contact{name="The sleep clinic" email="sleep@example.org"}\n:::',
          'pages/health/two.md': 'title: Two\n---\n:::contact{name="Sleep clinic" email="old-sleep@example.org"}\n:::',
        },
      },
      {
        files: {
          'pages/health/one.md':
            'title: One\n---\n:::contact{name="Sleep clinic" telephone="01632 960111" address="Hill Road, SS2 6ER"}\n:::',
          'pages/health/two.md':
            'title: Two\n---\n:::contact{name="Sleep clinic" telephone="01632 960111" address="Sea Road, SS1 1AA"}\n:::',
        },
      },
    ],
    pass: [
      // The same number in another spelling; what a page leaves out does not differ.
      {
        files: {
          'pages/education/travel.md':
            'title: Travel\n---\n:::contact{name="Travel team" telephone="+44 (0)1632 960111" email="Travel@Example.org"}\n:::',
          'services/travel-team.md': 'title: Travel team\ntelephone: 01632 960111\nemail: travel@example.org',
          'pages/education/bus.md': 'title: Bus\n---\n:::contact{name="Travel team" hours="9am to 5pm"}\n:::',
        },
      },
      // Two teams of one council, and two places of one charity.
      {
        files: {
          'services/a.md': 'title: SEND team\norganization: The council\ntelephone: 01632 960111',
          'services/b.md': 'title: Travel team\norganization: The council\ntelephone: 01632 960112',
        },
      },
      {
        files: {
          'services/a.md': 'title: Stay and play\ntelephone: 01632 960111\naddress: Sea Road\npostcode: SS1 1AA',
          'services/b.md': 'title: Stay and play\ntelephone: 01632 960112\naddress: Hill Road\npostcode: SS2 6ER',
        },
      },
      {
        files: {
          'pages/health/one.md':
            'title: One\n---\n:::contact{name="Sleep clinic (Leigh)" telephone="01632 960111"}\n:::',
          'pages/health/two.md':
            'title: Two\n---\n:::contact{name="Sleep clinic (Thorpe Bay)" telephone="01632 960112"}\n:::',
        },
      },
      // Several numbers, each for something of its own.
      {
        files: {
          'pages/health/one.md':
            'title: One\n---\n:::contact{name="Sleep clinic" telephone="01632 960111 (days), 01632 960115 (nights)"}\n:::',
          'pages/health/two.md': 'title: Two\n---\n:::contact{name="Sleep clinic" telephone="01632 960115"}\n:::',
        },
      },
    ],
  },
})

/** What of a contact can differ, as it is said: “the telephone number 01632 960111”. */
const details = ['telephone number', 'email address', 'postcode'] as const
type Detail = (typeof details)[number]

/** A contact that is on every page is held against each of them: what it says is read once. */
interface Told extends Contact {
  says: Readonly<Record<Detail, string | null>>
}

function toldBy(one: Contact): Told {
  const { telephone, email, address } = one.contact
  const says = {
    'telephone number': phoneIn(telephone),
    'email address': only(email.toLowerCase().match(emailPattern)),
    postcode: postcodeIn(address),
  }
  return { ...one, says }
}

function findingsOf(one: Told, same: readonly Told[]): SiteFinding[] {
  return details.flatMap((what): SiteFinding[] => {
    const mine = one.says[what]
    if (mine === null) return []
    const other = same.find(({ says }) => says[what] !== null && says[what] !== mine && !isElsewhere(one.says, says))
    if (other === undefined) return []
    const where = other.entry === one.entry ? 'elsewhere on this page' : `on “${other.entry.fields.title}”`
    const message = `“${one.contact.name}” has the ${what} ${shown(one, what)} here and ${shown(other, what)} ${where}.`
    return [
      { about: one.entry, place: { path: one.contact.path }, ...fieldOf(one, what), message, others: [other.entry] },
    ]
  })
}

/** Another house with another number is another place of the same name. */
function isElsewhere(here: Told['says'], there: Told['says']): boolean {
  if (here.postcode === null || there.postcode === null || here.postcode === there.postcode) return false
  const [mine, theirs] = [here['telephone number'], there['telephone number']]
  return mine === null || theirs === null || mine !== theirs
}

function shown({ contact, says }: Told, what: Detail): string {
  return what === 'telephone number' ? contact.telephone.trim() : (says[what] ?? '')
}

/** What a service says in its details stands in a field of the same name. */
function fieldOf({ entry, contact }: Contact, what: Detail): Pick<SiteFinding, 'field'> {
  if (entry.kind !== 'service' || contact.path.length > 0) return {}
  return { field: what === 'telephone number' ? 'telephone' : what === 'email address' ? 'email' : 'postcode' }
}

function only(found: readonly string[] | null): string | null {
  const [first, ...more] = new Set(found ?? [])
  return first !== undefined && more.length === 0 ? first : null
}

/** The whole of it: the first half alone is a part of the town. */
function postcodeIn(address: string): string | null {
  const found = address.toUpperCase().match(/\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/g)
  return only(found?.map(postcode => postcode.replace(' ', '')) ?? null)
}

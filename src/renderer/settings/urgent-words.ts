import { telephoneTrouble } from '../../shared/directory/index.ts'

/** What is known of the page or the service that an urgent help leads to. */
export interface Helper {
  title: string
  /** Null for a page, whose numbers stand in its words. */
  telephone: string | null
  /** Whether it has been published. A link to what is not on the site is left out there. */
  published: boolean
}

/** What families read of one urgent help, and what is not right with it yet; `helper` is null where it is not there any more. */
export function urgentWords(says: string, helper: Helper | null): { reads: string | null; trouble: string | null } {
  if (helper === null)
    return {
      reads: null,
      trouble: 'This is not there any more, and families do not read it. Choose who helps instead.',
    }
  const { title, telephone, published } = helper
  const number = telephone?.trim() ?? ''
  const reads = `${says.trim() === '' ? '' : `${says.trim()}: `}${title}${number === '' ? '' : `, ${number}`}`
  if (!published)
    return {
      reads,
      trouble: `Families do not read this until “${title}” is published. Look at it in the plan under Live site.`,
    }
  if (telephone === null) return { reads, trouble: null }
  if (number === '')
    return { reads, trouble: `“${title}” has no telephone number. Write it in the details of the service.` }
  const wrong = telephoneTrouble(number)
  return { reads, trouble: wrong === null ? null : `${wrong} It stands in the details of “${title}”.` }
}

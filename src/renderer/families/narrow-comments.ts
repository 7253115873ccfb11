import type { CommentView } from '../../shared/contract/index.ts'
import { type CommentState, commentStates } from '../../shared/feedback/index.ts'

/** What the list of comments shows, as its address says it. */
export interface CommentSearch {
  find?: string
  state?: CommentState
  owner?: string
  theme?: string
}

/** Reads the address of the place; what does not fit narrows nothing. */
export function commentSearch(search: Record<string, unknown>): CommentSearch {
  const text = (name: string) => (typeof search[name] === 'string' && search[name] !== '' ? search[name] : undefined)
  const state = commentStates.find(each => each === search.state)
  const [find, owner, theme] = ['find', 'owner', 'theme'].map(text)
  return {
    ...(find !== undefined && { find }),
    ...(state !== undefined && { state }),
    ...(owner !== undefined && { owner }),
    ...(theme !== undefined && { theme }),
  }
}

/** The owner of comments that nobody answers for. */
export const nobody = 'nobody'

export function narrowComments(views: readonly CommentView[], search: CommentSearch): CommentView[] {
  const words = (search.find ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  return views.filter(({ comment, state, answer, titles }) => {
    if (search.state !== undefined && state !== search.state) return false
    if (search.owner !== undefined && comment.owner !== (search.owner === nobody ? '' : search.owner)) return false
    if (search.theme !== undefined && comment.theme !== search.theme) return false
    const text = [comment.words, comment.theme, answer?.text, ...Object.values(titles)].join(' ').toLowerCase()
    return words.every(word => text.includes(word))
  })
}

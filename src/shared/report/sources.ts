import type { ReviewRecord } from '../review/index.ts'
import { longDate } from '../site/words.ts'
import type { ChangeFact, CommentFact, EntryFact, PublishFact } from './facts.ts'
import type { Source } from './model.ts'

/** What a figure leads back to, in words that can be checked. */

export function pageSource({ id, title, due }: EntryFact, said = ''): Source {
  return {
    kind: 'page',
    id,
    page: id,
    title: title || 'Without a title',
    said: said || (due ? `review by ${longDate(due)}` : ''),
  }
}

export function changeSource({ version, at, by, sentence, page, title }: ChangeFact): Source {
  return {
    kind: 'version',
    id: version,
    page,
    title: title || 'Without a title',
    said: `${sentence} (${by}, ${longDate(at)})`,
  }
}

export function publishSource({ publish, at, by, sentence }: PublishFact): Source {
  return { kind: 'publish', id: publish, page: null, title: sentence, said: `${by}, ${longDate(at)}` }
}

/** `titles` are those of the pages that there are now. */
export function recordSource(record: ReviewRecord, titles: ReadonlyMap<string, string>, said: string): Source {
  const title = titles.get(record.page) ?? 'A page that was deleted'
  return {
    kind: 'review',
    id: record.id,
    page: record.page,
    title,
    said: `${said} (${record.by.name}, ${longDate(record.at)})`,
  }
}

const longest = 80

export function commentSource({ comment }: CommentFact): Source {
  const words = comment.words.replace(/\s+/g, ' ')
  return {
    kind: 'comment',
    id: comment.id,
    page: null,
    title: words.length <= longest ? words : `${words.slice(0, longest).replace(/\s+\S*$/, '')}…`,
    said: `came ${longDate(comment.received)}`,
  }
}

import { type Block, type Doc, textOf } from '../../shared/content/index.ts'
import type { Answer, Choice, Reply } from '../../shared/contract/index.ts'

/** The words in question as one of the answers would leave them, in the order in which they would stand. */
export function wordsOf({ mine, theirs }: Pick<Choice, 'mine' | 'theirs'>, answer: Answer): Doc {
  switch (answer.kind) {
    case 'mine':
      return mine.doc
    case 'theirs':
      return theirs.doc
    case 'both':
      return { type: 'doc', content: [...theirs.doc.content, ...mine.doc.content] }
    case 'written':
      return answer.doc
  }
}

/** What somebody begins to write from: their own words, or the other's where they had taken theirs out. */
export function firstWords({ mine, theirs }: Pick<Choice, 'mine' | 'theirs'>): Doc {
  return mine.doc.content.length > 0 ? mine.doc : theirs.doc
}

/** A reply as an answer; null while there is none. */
export function answerOf(reply: Reply, choice: Pick<Choice, 'mine' | 'theirs'>): Answer | null {
  if (reply.answer === null) return null
  return reply.answer === 'written'
    ? { kind: 'written', doc: reply.written ?? firstWords(choice) }
    : { kind: reply.answer }
}

/** Words of a field: one line, as a document. */
export function lineDoc(text: string): Doc {
  const block: Block = { type: 'paragraph', ...(text !== '' && { content: [{ type: 'text', text }] }) }
  return { type: 'doc', content: text === '' ? [] : [block] }
}

export function lineOf(doc: Doc): string {
  return doc.content.map(textOf).join('\n')
}

interface Colleague {
  name: string
  email: string
}

/** A field's value as people say it: a colleague by name, a day as a day. */
export function fieldDoc(doc: Doc, field: string, team: readonly Colleague[]): Doc {
  if (field === 'body' || field === 'file') return doc
  const line = lineOf(doc)
  if (field === 'owner')
    return lineDoc(line === '' ? 'Nobody' : (team.find(({ email }) => email === line)?.name ?? line))
  const day = /^\d{4}-\d{2}-\d{2}$/.test(line) ? new Date(`${line}T00:00:00Z`) : null
  return day === null || Number.isNaN(day.getTime()) ? lineDoc(line) : lineDoc(days.format(day))
}

const days = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

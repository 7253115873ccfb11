import { type SiteConfig, workspacePathSchema } from '../../shared/content/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { keepVersion } from './arrange-pages.ts'
import { firstName } from './page-history.ts'
import { meOrRefusal, type Session } from './session.ts'

/** The words that the team adds to the dictionary, and its short forms. They stand with the settings, and come to everybody. */

const wordPattern = /^\p{L}[\p{L}\p{M}’'-]{1,59}$/u
const shortFormPattern = /^(?=.*\p{Lu}.*\p{Lu})\p{L}[\p{L}\p{N}&]{1,11}$/u
const longest = 120

/** A word; with `means`, a short form and what it stands for. */
export async function addWord(
  session: Session,
  { word, means }: { word: string; means: string | null },
): Promise<{ kind: 'ok' } | Refusal> {
  const name = word.trim()
  const long = means?.trim().replace(/\s+/g, ' ') ?? null
  const trouble = long === null ? wordTrouble(name) : shortFormTrouble(name, long)
  if (trouble !== null) return trouble
  const config = session.workspace.config()
  if (long === null) {
    if (config.words.some(other => isSame(other, name))) return { kind: 'ok' }
    return keep(
      session,
      { ...config, words: sorted([...config.words, name]) },
      who => `${who} added “${name}” to our words`,
    )
  }
  const others = config.shortForms.filter(form => form.name !== name)
  const shortForms = [...others, { name, means: long }].toSorted((a, b) => (a.name < b.name ? -1 : 1))
  return keep(session, { ...config, shortForms }, who => `${who} added “${name}” to our glossary`)
}

export async function removeWord(session: Session, word: string): Promise<{ kind: 'ok' } | Refusal> {
  const config = session.workspace.config()
  const words = config.words.filter(other => other !== word)
  const shortForms = config.shortForms.filter(({ name }) => name !== word)
  if (words.length === config.words.length && shortForms.length === config.shortForms.length) return { kind: 'ok' }
  return keep(session, { ...config, words, shortForms }, who => `${who} took “${word}” out of our words`)
}

async function keep(
  session: Session,
  config: SiteConfig,
  sentence: (who: string) => string,
): Promise<{ kind: 'ok' } | Refusal> {
  const me = meOrRefusal(session)
  if (isRefusal(me)) return me
  const set = await session.workspace.setConfig(config)
  if (isRefusal(set)) return set
  const path = workspacePathSchema.parse('signpost.yml')
  return keepVersion(session, [path], sentence(firstName(me.name)), { kind: 'ok' })
}

function wordTrouble(word: string): Refusal | null {
  if (wordPattern.test(word)) return null
  return refuse(
    'no-word',
    `“${word}” is not one word. Nothing was added.`,
    'Type one word of two letters or more, without spaces or numbers.',
  )
}

function shortFormTrouble(name: string, means: string): Refusal | null {
  if (!shortFormPattern.test(name)) {
    return refuse(
      'no-short-form',
      `“${name}” is no short form. Nothing was added.`,
      'Type it as it stands on pages, with at least two capital letters and no spaces.',
    )
  }
  if (means.length >= 2 && means.length <= longest) return null
  return refuse(
    'no-meaning',
    `What “${name}” stands for is ${means.length < 2 ? 'missing' : 'too long'}. Nothing was added.`,
    'Type the words that it is short for.',
  )
}

/** In one order wherever a word is added, so that the same words are the same file. */
function sorted(words: readonly string[]): string[] {
  return [...new Set(words)].toSorted((a, b) => (a < b ? -1 : 1))
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

/**
 * The same pure function of a word or of a text, which remembers its answers: while a page is typed in, all of its texts but
 * one are those of a moment ago. Answers are shared, so nobody may change them.
 */
export function remembered<T>(of: (text: string) => T): (text: string) => T {
  const answers = lately<T>(5_000)
  return text => answers.get(text) ?? answers.set(text, of(text))
}

/** The same for what many rules ask of the texts of a page one after the other: a text is looked up once for all of them. */
export function rememberedOfText<T>(of: (text: string) => T): (text: string) => T {
  const slot = slots
  slots += 1
  return text => {
    const notes = notesOn(text)
    const known = notes[slot]
    if (known !== undefined) return known as T
    const answer = of(text)
    notes[slot] = answer
    return answer
  }
}

/** What is known of a word, beside the word itself: it is looked up once for whatever is asked of it. */
export interface NotedWord {
  word: string
  notes: unknown[]
}

const notedWords = lately<NotedWord>(20_000)

export function notedWord(word: string): NotedWord {
  return notedWords.get(word) ?? notedWords.set(word, { word, notes: [] })
}

/** A pure function of a word, whose answers are kept with the word and shared, so nobody may change them. */
export function rememberedOfWord<T>(of: (word: string) => T): (noted: NotedWord) => T {
  const slot = wordSlots
  wordSlots += 1
  return ({ word, notes }) => {
    const known = notes[slot]
    if (known !== undefined) return known as T
    const answer = of(word)
    notes[slot] = answer
    return answer
  }
}

let wordSlots = 0
let slots = 0
const notesOnTexts = lately<unknown[]>(1_000)
let last: { text: string; notes: unknown[] } | null = null

function notesOn(text: string): unknown[] {
  if (last?.text === text) return last.notes
  const notes = notesOnTexts.get(text) ?? notesOnTexts.set(text, [])
  last = { text, notes }
  return notes
}

/** A map of the things used last: never fewer than `most` of them, where there were as many, and never more than twice that. */
function lately<T>(most: number) {
  let recent = new Map<string, T>()
  let earlier = new Map<string, T>()
  const set = (key: string, value: T): T => {
    if (recent.size >= most) {
      earlier = recent
      recent = new Map()
    }
    recent.set(key, value)
    return value
  }
  return {
    set,
    get(key: string): T | undefined {
      const known = recent.get(key)
      if (known !== undefined) return known
      const old = earlier.get(key)
      return old === undefined ? undefined : set(key, old)
    },
  }
}

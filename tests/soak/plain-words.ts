/** Words of programs, which nobody in the team uses, and the names that a system gives to its errors. */
const notPlain =
  /\b(?:commit|push(?:ed)?|pull(?:ed)?|branch|merge|rebase|conflict|node|repository|repo|git|ref|blob|oid|null|undefined|object|stack|E[A-Z]{3,}|ENO[A-Z]+|JSON|pack)\b|\[object|https?:\/\/\S*token/

/** Throws where a sentence that a person is shown is empty, is no sentence, or speaks as programs do. */
export function plainWords(...sentences: readonly string[]): void {
  for (const sentence of sentences) {
    const [found] = notPlain.exec(sentence) ?? []
    if (found !== undefined) throw new Error(`a person was told “${found}”: ${sentence}`)
    if (!/^[A-Z“].*[.?!]$/s.test(sentence.trim())) throw new Error(`a person was told no sentence: “${sentence}”`)
  }
}

/**
 * The same pure function of a text, which remembers its answers: while a page is typed in, all of its texts but one are
 * those of a moment ago. `most` bounds what is kept; answers are shared, so nobody may change them.
 */
export function remembered<T>(of: (text: string) => T, most = 5_000): (text: string) => T {
  const answers = new Map<string, T>()
  return text => {
    const known = answers.get(text)
    if (known !== undefined) return known
    if (answers.size >= most) answers.clear()
    const answer = of(text)
    answers.set(text, answer)
    return answer
  }
}

/** What characters a document can hold, and in which form. */

// Unicode's noncharacters, which a numeric reference in Markdown cannot name either.
const noncharacter = /[\ufdd0-\ufdef\ufffe\uffff]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are taken out.
const control = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g

/** Most texts have nothing of all this, and one look shows it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are looked for.
const toClean = /[\0-\u0008\u000b-\u001f\u007f-\u009f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]/

/** Text that survives UTF-8 and Markdown: no lone surrogate, no control character, LF line endings. */
export function cleanText(text: string): string {
  if (!toClean.test(text)) return text
  return text
    .toWellFormed()
    .replace(/\ufeff/g, '')
    .replace(/\0/g, '\ufffd')
    .replace(noncharacter, '\ufffd')
    .replace(/\r\n?/g, '\n')
    .replace(control, ' ')
}

/** Text of one line: a line break inside is a space. */
export function cleanLine(text: string): string {
  const clean = cleanText(text)
  return !clean.includes('\n') ? clean : clean.replace(/(?<![\t ])[\t ]*\n[\t\n ]*/g, ' ')
}

/** An attribute of one line, with nothing around it. */
export function cleanAttribute(text: string): string {
  return cleanLine(text).trim()
}

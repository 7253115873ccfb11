/** What characters a document can hold, and in which form. */

// Unicode's noncharacters, which a numeric reference in Markdown cannot name either.
const noncharacter = /[\ufdd0-\ufdef\ufffe\uffff]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are taken out.
const control = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g

/** Text that survives UTF-8 and Markdown: no lone surrogate, no control character, LF line endings. */
export function cleanText(text: string): string {
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
  return cleanText(text).replace(/(?<![\t ])[\t ]*\n[\t\n ]*/g, ' ')
}

/** An attribute of one line, with nothing around it. */
export function cleanAttribute(text: string): string {
  return cleanLine(text).trim()
}

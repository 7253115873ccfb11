/** What programs and templates call a page, and words that every page could be called by. */
const empty =
  /^(?:untitled.*|new page|page(?: (?:\d+|title))?|home(?: ?page)?|welcome|copy of .*|test(?: page)?|document ?\d*|info(?:rmation)?|more info(?:rmation)?|details|index|default|title(?: here)?|draft|general|other|misc(?:ellaneous)?|microsoft word.*|presentation ?\d*|slide ?\d+|my (?:page|document)|page not found|null|undefined|tbc)$/i
const file = /\.(?:docx?|pdf|html?|aspx?|php|pptx?|xlsx?|odt|rtf|txt)$|^[\p{L}\d]+(?:_[\p{L}\d]+)+$|^https?:/iu

/** Whether a title tells nothing of what a page is about. */
export function isEmptyTitle(title: string): boolean {
  const words = title.trim()
  return empty.test(words) || file.test(words)
}

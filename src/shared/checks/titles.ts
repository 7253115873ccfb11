/** What programs and templates call a page, and words that every page could be called by. */
const empty =
  /^(?:untitled(?:[ _-]*(?:document|page|draft|copy|\d+))*|new page(?: ?\(?\d+\)?)?|page(?: (?:\d+|title))?|home(?: ?page)?|welcome(?: to (?:our|the|this) (?:web ?site|site|page))?|article|node|not found|page not found|copy of .*|test(?: page)?|document ?\d*|info(?:rmation)?|more info(?:rmation)?|details|index|default|title(?: here)?|draft|general|other|misc(?:ellaneous)?|microsoft word.*|presentation ?\d*|slide ?\d+|my (?:page|document)|null|undefined|tbc|(?:(?:article|basic|blank|content|default|generic|landing|master|new|page|standard) )+template(?: ?\d+)?)$/i
const file = /\.(?:docx?|pdf|html?|aspx?|php|pptx?|xlsx?|odt|rtf|txt)$|^[\p{L}\d]+(?:_[\p{L}\d]+)+$|^https?:/iu

/** Whether a title tells nothing of what a page is about. */
export function isEmptyTitle(title: string): boolean {
  const words = title.trim()
  const [first = words] = words.split(/ [-–—|·:] /)
  return empty.test(words) || /^(?:page )?not found$/i.test(first) || file.test(words)
}

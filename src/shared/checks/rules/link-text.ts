import { rule } from '../rule.ts'

/** Words that name what a link is, not where it goes; a link of nothing else says nothing. */
const empty = new Set(
  'a about above all an and another apply article as attached available be been being below book booked button by can check click clicking continue could details did doc document download enrol excel file find follow following follows for form found from full further get go got guide had has have head here hop how i in info information is it its join just kindly leaflet learn let lets let’s link links look looked made make may me more my need next now of on one ones online open order other others our out over page pages pdf please pop post press pressing reach read register registered request resource same say section see seen send sent show sign simply site some start started story straight submit such take tap tapping tell that the their them then there these this those through to today too try under up us using via video view visit visiting was watch way web webpage website were what will word yes you your you’ll'.split(
    ' ',
  ),
)
/** Without one of these, small words may be a name: “Out and about”, “Go for it”. */
const hollow =
  /\b(?:apply|article|below|button|check|click|continue|details|doc|document|download|excel|file|following|form|full|guide|here|info|information|leaflet|link|links|more|next|now|online|page|pages|pdf|post|press|read|resource|section|site|tap|this|video|view|visit|watch|web|webpage|website)\b|\b(?:this|that|these|those|the|another) (?:other )?ones?\b|^(?:find out how|get started|go|go there|(?:have|take) a look|let me see|let[’']s see|open|show me|(?:as )?follows|(?:the )?attached|(?:the )?others?|another)$/
/** A thing of the reader's own is a place to get to: “how to see your file”. */
const ofTheirs = /\bhow (?:to|you(?: can)?) (?:\p{L}+ )?\p{L}+ your \p{L}+/iu
const opensElsewhere =
  /[([,–-]?\s?(?:link )?opens (?:in )?(?:a )?new (?:tab|window|page)\s?[)\]]?|\(external link\)|\((?:pdf|word|excel|powerpoint|docx?|xlsx?|csv|odt)\b[^)]*\)/gi

/** Link text that says nothing out of context. WCAG 2.2 SC 2.4.4; screen-reader users list links on their own. */
export const linkText = rule({
  id: 'link-text',
  severity: 'error',
  wcag: ['2.4.4'],
  why: 'People who use a screen reader often jump from link to link, so each link must make sense alone.',
  on: {
    link: ({ text, href, block, start, end, place }) => {
      // Of the pages of a list, one is the next.
      if (/^\W*(?:next|previous)(?: page)?\W*$/i.test(text)) return null
      if (isLoneNumber(text, href, block.text.slice(0, start), block.text.slice(end)))
        return { message: `“${text.trim()}” does not say where it goes.`, place, severity: 'warning' }
      if (isVague(text) && !isNamed(text, block.text.slice(Math.max(0, start - 40), start)))
        return { message: `“${text.trim()}” does not say where it goes.`, place }
      // It does say where it goes, after two words that mean nothing to whoever does not click.
      if (!/^\s*(?:please )?(?:click|tap|press) (?:here|on|this|the link)\b/i.test(text)) return null
      return { message: `“${text.trim()}” can start with what is there, without “click”.`, place, severity: 'warning' }
    },
  },
  examples: {
    fail: [
      '[click here](/travel/)',
      'For help with travel see [here](/travel/).',
      '[Read more…](/travel/)',
      '[our website (opens in a new tab)](https://example.org/)',
      '[Click here to apply for travel](/travel/)',
      '[read here](/travel/), [this page](/a/) and [our leaflet](/b/)',
      '[Download (PDF, 240 KB)](/a.pdf)',
      'We have a new booklet. [Find Out More](/booklet/)',
      'Ask for the guide. [Click Here To Read](/guide/)',
      'One group meets at Elm Lodge, and [this one](/elm/) at the library. Use [the other one](/other/).',
      'The times are [as follows](/times/), and the form is [attached](/form/). See [the full story](/story/).',
      'Our helpers wrote up the visit. [1](/visit-notes/)',
      'Parents like the club [[2]](/survey/).',
      'To read them, [have a look here](/tips/). Come along: [sign up here](/join/). It [can be found here](/a/).',
      'Find it [by clicking this link](/a/) or [using the form](/b/).',
    ],
    pass: [
      'Find out [how to see your file](/records/).',
      '[Apply for help with travel](/travel/)',
      '[Here to help: our team](/team/)',
      '[How to apply](/apply/), or [apply online](/form/)',
      'Pages: [1](/clubs/) [2](/clubs/?page=2) [3](/clubs/?page=3)',
      'Ring [999](tel:999), or read the list of [2026](/lists/). It is on page [2](/guide/page-2/).',
      'See stops [1](/pier/), [2](/hall/) and [3](/park/).',
      'A note [1](#note-1) is below.',
      '[Previous page](/?page=1) [Next page](/?page=3)',
      '[Download the travel form](/form/)',
      '[Travel to school (opens in a new tab)](/travel/)',
      'The charity lends the film [Now You See](/see/), and the book “[All About Us](/us/)” is in the library.',
      '[One to one](/one/), [Open all hours](/open/), [Other ways to pay](/pay/) and [The story of one family](/story/)',
      '[Look after yourself](/a/), [Have your say on travel](/say/), [Book online](/book/), [how to open a PDF](/pdf/), [Start now](/form/) and [How to join](/join/)',
      '[Out and about](/out/), [Go for it](/go/) and [About us](/us/)',
    ],
  },
})

/** “the booklet Find Your Way”: a title has its capitals, and what it is the title of stands before it. */
function isNamed(text: string, before: string): boolean {
  const words = text.trim().split(/\s+/)
  return words.length >= 3 && words.every(word => /^\p{Lu}/u.test(word)) && titled.test(before)
}

const titled =
  /\b(?:app|blog|book|booklet|campaign|charity|club|course|film|game|group|guide|leaflet|magazine|newsletter|page|podcast|programme|project|scheme|service|song|story|video|website|called|entitled|named|titled) [“"‘']?$/iu

/** “How to apply” is the name of a page and “Book online” a thing to do, though each of their words may be empty. */
const telling =
  /\bhow to (?:apply|book|enrol|join|register|sign up)$|^how to (?!(?:do|find (?:it|more|out|this|us)|get|go|learn (?:about|more)|read (?:it|more|on)|see|start)\b)|^(?:apply|book|enrol|join|order|register|send it|sign up) (?:online|by post)$|^start now$/

/**
 * A number that counts nothing: no page of several, which has others beside it or the number in its address, no place on
 * this page, and nothing to ring.
 */
function isLoneNumber(text: string, href: string, before: string, after: string): boolean {
  const [, number] = /^\W*(\d{1,2})\W*$/.exec(text) ?? []
  if (number === undefined || !/^(?:https?:|\/|page:|service:)/i.test(href)) return false
  const isOneOfSeveral =
    /(?:\d|\d,? and)[\])]?[\s,|·]*$/.test(before) || /^[\])]?(?:[\s,|·]|and\b|or\b)*[[(]?\d/.test(after)
  return !isOneOfSeveral && !new RegExp(`(?<!\\d)${number}(?!\\d)`).test(href)
}

/** Whether a link's words tell nothing of where it leads. */
export function isVague(text: string): boolean {
  const words =
    text
      .toLowerCase()
      .replace(opensElsewhere, ' ')
      .match(/[\p{L}\p{N}’']+/gu) ?? []
  const said = words.join(' ')
  return (
    words.length > 0 &&
    words.every(word => empty.has(word)) &&
    hollow.test(said) &&
    !telling.test(said) &&
    !ofTheirs.test(said)
  )
}

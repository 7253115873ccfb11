import { brokenCopies } from '../broken-copies.ts'
import { rewording } from '../edit-text.ts'
import { matchesIn } from '../matches.ts'
import { type Finding, rule, type TextBlock } from '../rule.ts'
import { isEmptyTitle } from '../titles.ts'
import { isInQuotes, isMarked, sentenceAt } from '../words/context.ts'
import { mayBeNote, notePatterns, openNotes } from '../words/notes.ts'
import { openPatterns, strayPatterns } from '../words/stray.ts'

/** Prompts of our templates and of other people's. */
const prompt =
  /\[(?!links? opens? )(?:insert|add|say|name|your|tbc|tba|link|date|describe|explain|list|give|put|who|what|when|where|how|phone|telephone|email|contact details|council|school|todo|to be|draft|delete|remove|replace|check|confirm|awaiting|pending|needs?|note to|xx+)\b[^\]]{0,400}\]/gi
/** “[officer name], [job title]” */
const details =
  /\[(?:[a-z’'/-]+ ){0,2}(?:amount|cost|fee|name|job title|price|role|address|number|date|venue|time|e-?mail|school|team|service|organisation)s?(?: here)?\]/gi
/** “delete as appropriate”: a form on paper may say so, and a letter that is to be copied. */
const choice = /[*([]? ?\bdelete (?:as|where) (?:applicable|appropriate|necessary)\b[)\]]?/gi
const isToBeCopied =
  /\b(?:change|fill in|replace|swap)\b[^.?!]{0,40}\bbrackets\b|\b(?:example|model|sample|template) (?:e-?mail|letter)\b|\b(?:e-?mail|letter)(?: template|s? (?:that )?(?:for )?you (?:can|may|to) (?:adapt|copy|use))\b/i
/** Only an author is told to do these; other words in brackets may be an editor's, inside a quotation. */
const order =
  /^\[(?:insert|add|tbc|tba|todo|delete|remove|replace|check (?:with|this|that|if|the)|confirm|awaiting|pending|xx)/i

const left = [
  /\blorem ipsum\b|\bT\.?B\.?[CAD]\b|\bx{3,}\b(?![ -]\d{3,4}\b)|\?{3,}|<{7}|>{7}/gi,
  /\b(?:TODO|FIXME|NaN)\b/g,
  // A number or a sum that nobody filled in; a Roman twenty counts nothing.
  /£XX*\b|\bXX(?= (?:working |school |calendar )?(?:days?|weeks?|months?|years?|hours?|minutes?|people|children|families|places|schools|miles|pence|pounds)\b)/g,
  // A day or a time that nobody filled in.
  /\bXX(?=(?:st|nd|rd|th)? (?:January|February|March|April|May|June|July|August|September|October|November|December)\b)|\bXX(?=[:.](?:XX|\d\d)\b| ?[ap]\.?m\b)/g,
  /(?<=\b(?:at|by|for|from|on|to|until) )undefined(?=[.,;:!?]|$| (?:and|at|on|or)\b)|(?<=: ?)(?:undefined|null)(?=[.,;]|\s*$)/gm,
  // “undefined meets on Monday”, “Copy of Short breaks final v3”, “Priya – is this still right?”, “Add a short description”
  /(?<=^|[.?!] )(?:undefined|null)(?= )|(?<=\b(?:at|by|on) )null(?=[.,;]|$)/gm,
  /^Copy of [^.?!\n]{3,60}\b(?:draft|final|v\d)\b|\bfinal v(?:ersion )?\d{1,2}\b(?!\.\w)|\b(?:v\d{1,2} final|FINAL FINAL)\b(?!\.\w)/gi,
  /(?<=^|[:–—,(-] ?)(?:is|are) (?:this|these|that|it) (?:still |all )?(?:correct|current|needed|ok|right|up to date|valid)\?(?=\)?\s*$)/gim,
  /^(?:add|enter|insert|paste|provide|put|type|write) (?:in )?(?:an? |some |the |your |this )?(?:\p{L}+ ){0,2}(?:blurb|body|content|copy|heading|intro|introduction|overview|paragraph|subheading|summary|text|wording)s?(?! (?:about|for|of|on|to) (?:you|yourself|your (?:child|daughter|family|son|young person))\b)(?: \p{L}+){0,6} here(?: ?\([^()]{3,60}\))?[.:]?$/giu,
  /^(?:add|enter|insert|put|type|write) (?:an? |some |the |your )?(?:short |brief |clear )?(?:caption|content|description|heading|introduction|overview|page title|paragraph|summary|text|title)(?: (?:of|for|about) (?:the|this|your) (?:activity|club|event|group|page|section|service|team|topic))?[.:]?$/gi,
  // “(XX check with Jo)”
  /\bXX+(?=:? (?:add|ask|awaiting|change|check|chase|confirm|find|fix|insert|needs?|update)\b)/g,
  /(?<=[([])(?:please |pls |still |need(?:s)? )?(?:to )?(?:check|confirm|double[- ]check|clarify) (?:address|costs?|dates?|days?|details|email|fees?|links?|names?|numbers?|prices?|spellings?|times?|venue|wording)\b[^()[\]]{0,60}(?=[)\]])|(?<=[([])(?:to|needs?|still to) (?:be )?(?:check|checking|checked|confirming|clarify)(?=[)\]])/gi,
  // “COMMENT (JB): is this still right?”
  /\b(?:ACTION|COMMENT|NOTE|QUERY|REVIEW) ?[([][A-Z]{2,3}[)\]]:/g,
  // What Word and web pages leave behind.
  /&(?:amp|nbsp|quot|apos|lt|gt|pound|[lr][sd]quo|[nm]dash|hellip|bull|copy|#\d{2,5});/gi,
  /\bError! (?:Bookmark|Reference|Hyperlink)[^.]{0,40}\.|\bClick (?:or tap )?here to enter (?:text|a date)\b\.?|\bHYPERLINK "/gi,
]

/** Where no such sign and none of these words stands, nothing is left over: the patterns take far longer to say so. */
const mayBeLeft = [
  /£X|[{}<>%$«[\]@#&\\*_`~=âÂãÃ¬√‚ðÐñÑîÎïÏøØùÙàÀäÄåÅèÈ\ufffd]|;(?<=\w;)|\.(?<=\w\.)[a-zA-Z]|\?(?:(?<=\w\?)\w|\?\?)|:[a-zA-Z]|0\d{4} ?\d{3}/,
  /\b(?:as an ai\b|i hope |let me know|would you like me|lorem|dd?[/ .-]mm|t\.?b\.?[cad]|xx|nan|todo|fixme|undefined|null|error|hyperlink|click|text|copy|wording|content|construction|blah|asdf|qwerty|dolor|consectetur|sed ut|nemo enim|at vero|ut enim|duis|excepteur|to follow|to be (?:confirmed|announced|advised|decided|arranged)|(?:here|note to (?:author|designer|editor|self|web)|(?:comms|content|web) team|delete this|goes live|add|insert|needs? to (?:add|amend|check|confirm|insert|rewrite|update)|(?:if|whether) this|check (?:this|that|with)|publish|publication|awaiting|draft|choose an item|formatted|invalid date|placeholder|test|copy of|final|enter|put|type|write|is th(?:is|at)|are these|is it)\b|(?:action|comment|note|query|review) ?\()/i,
  / to (?<=\w to )(?:add|amend|chase|check|confirm|find|provide|review|send|supply|update|write)\b|\((?:link|(?:please |pls |still |needs? )?(?:to )?(?:be )?(?:check|clarify|confirm|double))/i,
]
/** “TBC in a timetable means…”: the letters are told about. */
const explaining =
  /\b(?:letters|abbreviation|short for|stands? for)\b|\bmeans? (?:that|“|")|^what (?:\S+ ){1,3}means?\b/i

/** What was meant to be replaced before anybody saw it: prompts of a template, “TBC”, signs of a broken copy. */
export const leftovers = rule({
  id: 'leftovers',
  severity: 'error',
  wcag: [],
  source: 'Nothing unfinished is published',
  why: 'A family that finds a note to the author stops trusting the page.',
  on: {
    // A letter that families may copy has places for their own words.
    page: ({ texts }) =>
      texts.some(({ text }) => isToBeCopied.test(text)) ? null : texts.flatMap(block => promptsIn(block)),
    text: block => [
      ...(mayBeNote.test(block.text) ? notesIn(block) : []),
      ...(mayBeLeft.some(sign => sign.test(block.text)) ? leftIn(block) : []),
    ],
  },
  examples: {
    fail: [
      'Add a short summary of the service here (max 50 words).',
      'Heading 1',
      'Sample page',
      'Old text: We meet on Mondays. New text: We meet on Tuesdays.',
      'Meta description: find a short break.',
      '**DRAFT** – not for circulation',
      'The club is free. \\[Comment: who pays?\\]',
      'We help 350 families (need to update this figure).',
      'Sarah to confirm: is the hall free?',
      'Please see table X below.',
      'Opening hours: Mon to Fri ??',
      'The number of places is #N/A.',
      'Warning: Undefined variable $title in /var/www/page.php on line 12',
      'We=E2=80=99re open.',
      'The map is on page 2 (link to follow).',
      'This section is being written.',
      'The form is for parents/carers (delete as appropriate).',
      'Venue to be confirmed.',
      'undefined meets on Monday at null.',
      'Copy of Short breaks final v3',
      'Priya – is this still right?',
      'Add a short description of the service.',
      'The fee is £12 (Priya to check with the team).',
      '\\[Say who this page is for\\]',
      'A letter comes in May.\n\nDear \\[name\\], welcome.',
      'Write to \\[officer name\\], \\[job title\\].',
      'The fee is TBC.',
      'It costs £X a week.',
      'Click to edit the heading.',
      'Draft 2, not yet signed off.',
      'The club has 12 places (XX check with Jo).',
      'It costs £4 (check price with the hub).',
      'We reply within XX days, and it costs £XX.',
      'The panel meets on XX January 2027.',
      'Doors open at XX:30.',
      'The next one is on undefined at NaN.',
      'Contact: undefined',
      'COMMENT (JB): is this still right?',
      'Opening times: to follow',
      'The venue is to be announced nearer the time.',
      'The children?s centre is open.',
      'Hello {FirstName}, come in. Dear <<Name>>, come in.',
      'Photo to go here',
      '\\[Image of the hub here\\]',
      'Note to editor: add the map.',
      'Delete this section if you do not need it.',
      'Ask Jo if this is still true.',
      'CHECK THIS: the hub is free.',
      'Draft v3, awaiting sign-off from Priya',
      'Click or tap to enter a date.',
      'Choose an item.',
      'LABEL\\_OPENING\\_TIMES: 9am to 5pm',
      'See page XX for prices. Ring 01234 567890.',
      'Ask for a form (insert link).',
      'Placeholder',
      'It is free. \\[Check with the school first\\]',
      'Lorem ipsum dolor sit amet.',
      'Fish &amp;amp; chips',
      'Itâ€™s free.',
      'Ð¿Ñ€Ð¸Ð²ÐµÑ‚',
      'ZadzwoÅ„ do nas, jeÅ›li chcesz.',
      'This is sample text.',
      'See Error! Reference source not found.',
      'Ring \\[phone number\\].',
      'It costs £\\[amount\\] a week.',
      'Dear {{first_name}}, welcome.',
      'Dear %FIRSTNAME%, welcome.',
      'page.travel.title',
      'We measure small steps { REF _Ref48213 \\h }.',
      'Page last updated: DD/MM/YYYY',
      'Your text goes here.',
      'Certainly! Here is a shorter version of your text, in plain English.',
      'Ask us&nbsp for help.',
      'copy; 2026 Southend. It is pound;5.',
      'Ask \\<strong>us\\</strong>.',
      'Ask \\*\\*us.',
      'Put your welcome paragraph about the team here.',
      'Bring a drink.\\[/wp\\_column\\] Call us.',
      'Ask \\[fusion\\_text\\]us\\[/fusion\\_text\\] or \\[icon name="bus"\\] come.',
      'The pupil&rsquos plan, and &ldquoready&rdquo.',
    ],
    pass: [
      'On the form, tick the box next to the words \\[I give my consent\\].',
      'The letter shows the last four digits of your card, such as XXXX 4821.',
      'Write a paragraph about your child here.',
      'Draft 2 of the plan was not agreed. In draft 3 the panel had not approved it.',
      'The old text is easier to read. Draft a letter. We add a new page: it is about maps. Example text messages help.',
      'A new section of the book, and a test page from the printer. It is 5 = 2 + 3.',
      'Want to check the times? Ways to add your name: ring or write. Parents to confirm their place by Friday.',
      'No results yet: your blood test takes two days. The shop is under construction. Our errors: see page 12.',
      'Addresses have the form firstname.lastname@example.org.',
      'A copy of the final plan. Copy of the birth certificate. The law was null and void.',
      'Add a short description of what happened, and send it. Write the title of the book.',
      '## Is this right for my child?\n\nAsk the school: is this still the plan?',
      'The judge said “[the child] needs help”.',
      'A parent told us: "I waited. Then [the team] rang."',
      'She wrote “[when] we moved, [who] helped?”',
      'Is it free? Yes.',
      'TBC on a poster stands for “to be confirmed”.',
      '## What TBC means\n\nWe say so later.',
      'Where the list says “TBC”, no date was set yet. For a year they told us “the date is TBC”.',
      'The signs are easy to follow. More letters are to follow the first one.',
      'Is it free?She asked. See example.org/?s=cost.',
      'NOTE: bring a coat. Comment (in the box) if you like.',
      'We send you the draft plan for comment. You get a draft, and 15 days to reply. Choose an item from the shelf.',
      'Ask the school if this is still true of your child. Check with Jo before you come. Delete this app if you do not need it.',
      'A placeholder is a picture that keeps a place. Insert a coin. See page 20, section X and room XX1.',
      'We do not publish names. Not all of it is for publication. Check this list before you go.',
      'Use the DATE_OF_BIRTH.csv file. Open: 9am. Note: bring a coat. The team please you with tea.',
      'The hall is free on most days (ring to check). Look at the label (check that it says “nut free”). Some clubs close in August (check with the hub).',
      'Copy this letter, and change the words in square brackets.\n\nDear \\[name of the headteacher\\],\n\nI am the parent of \\[your child’s name\\].',
      'A page that says “[insert price]” is a draft: do not publish it. Look for signs such as `Ã©` and “â€™”.',
      'Type your postcode here. Put your coats and bags here. Write what your child likes here.',
      'She wrote [sic] that it [the club] was full [laughter].',
      'Girls have XX and boys XY. The height of the sea there is undefined.',
      '\\[Checked\\] forms go in the tray.',
      'The TBS group meets on Monday. The Thundersley Boccia Club (TBC) meets on Sunday; TBC won twice.',
      'The set {a, b} and the address www.example.org.uk, or forms.page.docx.',
      'Write your date of birth in the format DD/MM/YYYY.',
      'Use `[insert name]` and `TBC` only in a draft that nobody else can see.',
      'Type `{{name}}` or `<br>`. It is 5 < 6 and 7 > 3, at 100%.',
      'Here is the form. Certainly, you can bring a friend. Let me know if you would like a lift.',
      'Open at 9.30am.Then ring, e.g.Monday.',
      'Write “to be confirmed” if you do not know. Your place has to be confirmed by the school.',
      'Printers use “lorem ipsum” as sample text.',
      'CAFÉ’S, ÅSE and ÄNGEL… come from Öland; “È vero”, said Ðorđe. ØØ.',
      'R&B and crème brûlée at 20°C for £5.',
      'Type on a QWERTY keyboard. Keep a copy; we do not send it back. She is shy; let her watch.',
      'Lunch (Parents to provide a drink). A tax code under p.a.y.e. Insert your card here.',
      'See the law \\[link opens in a new tab\\].',
    ],
  },
})

/** What is left over in the words of one block, whatever the page is. */
function leftIn(block: TextBlock): Finding[] {
  return [
    ...((block.elsewhere ?? block.spot) === undefined ? [] : promptsIn(block)),
    ...left
      .flatMap(pattern => matchesIn(block.text, pattern))
      .filter(
        match =>
          !isMarked(block, spanOf(match), ['code']) && !isQuoted(block, match.index) && !isExplained(block, match),
      )
      .map(match => unwritten(block, match)),
    ...strayIn(block, strayPatterns),
    ...strayIn(block, openPatterns).map((finding): Finding => ({ ...finding, severity: 'warning' })),
    ...brokenCopies(block.text).flatMap(({ start, end, meant }): Finding[] => {
      const found = block.text.slice(start, end)
      const place = { path: block.path, start, end }
      if (isMarked(block, { start, end }, ['code']) || isAloneInQuotes(block.text, { start, end })) return []
      if (meant === null) return [{ message: 'A letter was lost here when the words were copied.', place }]
      const fix = rewording(`Write “${meant}”`, block, start, end, meant)
      return [{ message: `“${found}” is what a copy made of “${meant}”.`, place, fix }]
    }),
  ]
}

function notesIn(block: TextBlock): Finding[] {
  // What a caption or a field says of itself is short for other reasons.
  if (block.elsewhere === 'alt' || block.elsewhere === 'email') return []
  // A title that tells nothing is told as one.
  if (block.elsewhere === 'title' && isEmptyTitle(block.text)) return []
  const open = strayIn(block, openNotes).map((finding): Finding => ({ ...finding, severity: 'warning' }))
  return [...strayIn(block, notePatterns), ...open]
}

/** What stands in such brackets elsewhere: “tick the box next to the words [I agree]”. */
const named = /\b(?:tick|next to|beside|marked|box(?:es)?|button|labell?(?:ed)?|the words?) $/i

function promptsIn(block: TextBlock): Finding[] {
  if (!/\[|delete/i.test(block.text)) return []
  return [prompt, details, choice]
    .flatMap(pattern => matchesIn(block.text, pattern))
    .filter((match, at, all) => all.findIndex(({ index }) => index === match.index) === at)
    .filter(match => !isMarked(block, spanOf(match), ['code']))
    .filter(match => !named.test(block.text.slice(0, match.index)))
    .filter(match => (order.test(match[0]) ? !isToldAbout(block, spanOf(match)) : !isQuoted(block, match.index)))
    .map(match => unwritten(block, match))
}

function strayIn(block: TextBlock, patterns: readonly RegExp[]): Finding[] {
  return patterns
    .flatMap(pattern => matchesIn(block.text, pattern))
    .filter(match => !isMarked(block, spanOf(match), ['code', 'lang']) && !isQuoted(block, match.index))
    .filter(match => !isExplained(block, match))
    .map(match => unwritten(block, match))
}

function unwritten({ path }: TextBlock, match: RegExpExecArray): Finding {
  const words = match[0].length > 60 ? `${match[0].slice(0, 60)}…` : match[0]
  return {
    message: `“${words}” is left over and still has to be written.`,
    place: { path, start: match.index, end: match.index + match[0].length },
  }
}

function spanOf({ 0: words, index }: RegExpExecArray) {
  return { start: index, end: index + words.length }
}

/** A prompt between quotation marks of its own, in a sentence that says what to do with such words. */
function isToldAbout(block: TextBlock, at: { start: number; end: number }): boolean {
  return isAloneInQuotes(block.text, at) && ofPages.test(sentenceAt(block.text, at))
}

const ofPages =
  /\b(?:authors?|edit(?:ing|ors?)?|do not|don[’']t|drafts?|leave|letters?|never|pages?|publish|replace|says?|signs?|templates?|texts?|type|words?|writ(?:e|es|ing|ten))\b/i

/** Letters alone in quotation marks are put forward as letters. */
function isAloneInQuotes(text: string, { start, end }: { start: number; end: number }): boolean {
  return /[“‘"']$/.test(text.slice(0, start)) && /^[”’"']/.test(text.slice(end))
}

function isExplained(block: TextBlock, match: RegExpExecArray): boolean {
  const { start, end } = spanOf(match)
  if (isOwnName(block.text, match[0]) || isAloneInQuotes(block.text, { start, end })) return true
  return explaining.test(sentenceAt(block.text, { start, end }))
}

/** “The Thundersley Boccia Club (TBC)”: letters that a name has given. */
function isOwnName(text: string, letters: string): boolean {
  if (!/^\p{Lu}{3}$/u.test(letters)) return false
  const before = text.split(`(${letters})`)[0] ?? ''
  if (before.length === text.length) return false
  const words = before.match(/\p{L}[\p{L}’'-]*/gu)?.slice(-letters.length) ?? []
  return words.map(word => word.charAt(0)).join('') === letters
}

function isQuoted({ text, within }: TextBlock, at: number): boolean {
  const before = text.slice(0, at)
  const isOpen = before.lastIndexOf('“') > before.lastIndexOf('”')
  return isOpen || within.includes('blockquote') || isInQuotes(text, { start: at, end: at })
}

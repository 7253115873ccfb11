import { childrenOf, type Doc, type Node } from '../../content/index.ts'
import { matchesIn } from '../matches.ts'
import { type Finding, rule, type TextBlock } from '../rule.ts'
import { isOthers, sentenceAt } from '../words/context.ts'
import { isListed } from '../words/english.ts'

const colour =
  '(?:red|green|blue|yellow|orange|purple|pink|amber|grey|black|white|bold|(?:light|dark|bright) (?:red|green|blue|grey))'
/** What a page is made of; a door, a bus or a badge in the world outside has its colour in truth. */
const part =
  '(?:button|link|links|text|tab|tabs|banner|heading|headings|icon|icons|arrow|arrows|asterisk|panel|menu|cells?|rows?|columns?|dots?|fields?|buttons|entries|items|dates|words|ones|boxes|bar|section|sections|circle|square|triangle)'
const patterns: readonly RegExp[] = [
  // “press the green button”, “dates in red are full”
  new RegExp(
    `\\b(?:click|press|tap|select|choose|use(?! bold)|follow|see|find|look for|fill in|complete|tick|the|any|all)(?: on)?(?: the| any| all)? ${colour} ${part}\\b`,
    'giu',
  ),
  new RegExp(
    `\\b(?:${part}|those|anything|everything|sessions|places|clubs|courses|groups|schools|services|events|times|days|questions|parts|names|areas)(?: (?:that are|which are|that is|which is|is|are))?(?: (?:shown|marked|highlighted|written|printed|listed|coloured|shaded|displayed))? in ${colour}\\b(?! (?:can be |is |are )?(?:easy|easier|hard|harder)\\b)`,
    'giu',
  ),
  new RegExp(
    `\\b(?:marked|highlighted|shown|coloured|shaded|printed|displayed|written)(?: in)? ${colour}\\b(?! (?:badge|paper|card|pen|ink|folder))`,
    'giu',
  ),
  new RegExp(`\\b(?:marked|shown|highlighted|flagged) (?:with|by) an? ${colour} [\\p{L}]+`, 'giu'),
  // “items in italics are free”, “anything underlined is new”
  /\b(?:anything|everything|those|what(?:ever)? is|items|dates|words|clubs|sessions|events|places|names|times|days|lines|rows|parts|questions|groups) (?:that (?:is|are) |which (?:is|are) |shown |marked |written |printed )?(?:in italics?|underlined|highlighted|circled|struck through|crossed out|greyed out|shaded) (?=(?:is|are|means?|has|have|needs?|must|counts?|costs?|shows?|can)\b)/giu,
  // “red dots show where the clubs are”
  new RegExp(
    `\\b${colour} (?:dots?|pins?|markers?|stars?|shading|areas?|bars?|line|squares?|circles?|triangles?) (?:shows?|marks?|means?|tells?|stands? for|represents?)\\b`,
    'giu',
  ),
  // “on the calendar, green means free”
  new RegExp(
    `(?=${colour} )(?<=\\b(?:calendar|map|table|chart|timetable|key|diagram)\\b[^.?!]{0,40})\\b${colour} (?:means|stands for|shows|is for)\\b`,
    'giu',
  ),
  // “full days are red”
  new RegExp(
    `\\b(?:dates|days|fields|links|sessions|slots|appointments|(?:required|mandatory|compulsory) (?:boxes|questions)) (?:are|turn|go) ${colour}(?= and\\b| or\\b|[.,;]|$)`,
    'giu',
  ),
  // “fields with a red star have to be filled in”
  new RegExp(
    `\\b(?:fields|boxes|questions|items|links|dates|sessions|clubs|rows) (?:with|that have|which have) an? ${colour} (?:asterisk|background|border|circle|cross|dot|edge|flag|heart|icon|line|mark|outline|square|star|symbol|tick|triangle)\\b`,
    'giu',
  ),
  // “in the menu on the left”, “the box to the right”
  /\b(?:arrow|bar|bell|button|calendar|cog|cross|diagram|logo|magnifying glass|option|symbol|timetable|link|links|menu|box|boxes|panel|side ?bar|toolbar|form|column|list|banner|tab|tabs|icon|navigation|picture|table|map|video|image|section|text)s? (?:on|to|at|in) (?:the|your) (?:far |bottom |top )?(?:right|left|bottom|top)(?:[- ]hand)?(?: side| corner)?\b(?! page\b)(?! of (?!(?:(?:the|a|an|each|every|your|our|this) )?(?:app\b|page|screen|section|site|tab\b|web|window))\p{L})/giu,
  /\b(?:on|in|at|to) the (?:right|left)(?:-| )hand (?:side|column|menu|panel|corner)(?: of (?:the|this) (?:page|screen|site|website))?(?! of)\b/giu,
  /\b(?:on|in|at) the (?:right|left|top right|top left|bottom right|bottom left)(?: corner)? of (?:the|this|your) (?:page|screen|site|website)\b/giu,
  /\b(?:right|left)-hand (?:menu|column|panel|box|navigation)\b/giu,
  // “The form is on the right.”
  /\b(?:the|this|our) (?:form|link|links|list|menu|table|timetable) (?:is|are) (?:shown )?(?:on|to) the (?:right|left)(?=[.,;:!?]|$)/giu,
  // “the round button”
  /\b(?=(?:big|circular|large|oval|rectangular|round|small|square|star-shaped|triangular) )(?<=\b(?:an?|any|click|follow|its|on|our|press|select|tap|that|the|these|this|those|use) (?:\p{L}+ )?)(?:round|square|circular|triangular|oval|large|big|small|rectangular|star-shaped) (?:button|icon|link|tab|symbol)s?\b/giu,
  // “the square box below”
  /\b(?:round|square|circular|triangular|oval|large|big|small|rectangular) (?:area|box|circle|field|panel|square)(?:e?s)? (?:above|below|beside this|opposite)(?! (?:it|the|an?|them|your|each|our)\b)/giu,
  /\b(?:icon|button|symbol|link)s? (?:that is |which is )?(?:shaped like|in the shape of)\b/giu,
  // “with a star next to them”
  /\bwith an? (?:star|asterisk|tick|dot|cross|circle|square|triangle|heart)(?: symbol| icon| sign)? (?:next to|beside|by|against|after|before|in front of) (?:it|them|its|their|the)\b/giu,
  // “when you hear the tone”: on a page, not on a telephone
  /\b(?:you(?:’|')?(?:ll| will)? hear|wait for|after|until) (?:a|the) (?:beep|ping|chime|bell|tone|sound|buzz)\b/giu,
  /\b(?:beeps?|pings?|chimes?|bell|buzz(?:er|es)?|sound|tones?) (?:means|tells you|shows|will (?:play|sound)|plays|sounds)\b/giu,
  // “listen for the chime”, where nothing is said that can be seen
  /\b(?:listen(?: out| carefully)? for|(?:get (?:in|off|out)|go in|come in|move|cross|leave|enter|start|stop|turn) (?:at|on|after|when you hear)) (?:an?|the|two|three|your)(?: (?:double|first|high|long|loud|low|second|short|single|soft))? (?:beep|bell|buzz|buzzer|chime|click|horn|jingle|knock|music|name|number|ping|sound|tone|whistle)s?\b(?! of)/giu,
  // “the days we are closed are greyed out”, “fill in the sections highlighted”
  /\b(?:clubs|dates|days|names|options|places|rows|sessions|slots|times|weeks)\b[^.?!,;]{0,30} (?:is|are) (?:crossed out|greyed out|shaded|struck through)(?! in\b)/giu,
  /\b(?:complete|fill in|read|answer|check|sign) the (?:boxes|fields|parts|questions|rows|sections|words)(?: that are| which are)? (?:circled|highlighted|shaded|underlined)\b(?! in\b)/giu,
  // “green rows in the table are free”, “a red line under a club”
  new RegExp(
    `\\b${colour} (?:(?:cells|columns|entries|headings|rows|text)(?: (?:in|on) (?:the|this|our) (?:calendar|list|map|page|table|timetable))? (?:are|have|is|marks?|means?|shows?)|(?:dates|days|links|names|times)(?: (?:in|on) (?:the|this|our) (?:calendar|list|page|table|timetable))? (?:are|have|mean|show) (?:already |fully |still )?(?:available|booked|cancelled|closed|free|full|gone|open|places|taken))\\b`,
    'giu',
  ),
  new RegExp(
    `\\ban? ${colour} (?:background|bar|border|box|circle|cross|dot|flag|line|mark|square|star|tick|triangle) (?:against|around|behind|beside|by|next to|on|under) (?:it|them|(?:an?|each|its|the|their|your) (?:club|date|day|event|group|item|link|name|question|service|session|time))(?=[.,;:!?]|$| (?:has|have|is|are|means?|shows?|tells?)\\b)`,
    'giu',
  ),
]
/** Where none of these begins a word, no pattern fits. */
const mayFit = new RegExp(
  `\\b(?:${colour}|right|left|top|bottom|italics?|underlined|highlighted|struck|crossed|greyed|shaded|button|icon|link|tab|symbol|box|field|panel|beep|ping|chime|bell|tone|sound|buzz|star|asterisk|tick|dot|cross|circle|square|triangle|heart|listen|horn|jingle|knock|music|name|number|whistle)`,
  'i',
)
/** “The artist on the right”, “Mina is on the left”: who in a picture is meant. */
const ofPicture =
  /\b(?:the|our) (?:(?:young|older|little|tall) )?(?:artist|baby|boy|child|coach|dad|dog|friend|girl|helper|lady|leader|man|mentor|mum|nurse|one|parent|person|player|pupil|singer|student|teacher|therapist|volunteer|woman|worker)s? (?:(?:shown|sitting|standing) )?(?:on|to) the (?:far )?(?:left|right)\b(?! (?:of|side|hand|as)\b)|(?<=^|[.?!,;] |\band )(\p{Lu}\p{Ll}+) (?:is |stands |sits )?(?:on|to) the (?:far )?(?:left|right)(?=[.,;:]|$| (?:and|in the (?:picture|photo|image)|of the (?:picture|photo|image|group))\b)/gu

function partsIn(block: TextBlock): Finding[] {
  return matchesIn(block.text, ofPicture).flatMap((match): Finding[] => {
    const at = { start: match.index, end: match.index + match[0].length }
    // “Reception is on the left”: a thing in a building, which is no name.
    if ((match[1] !== undefined && isListed(match[1].toLowerCase())) || isOthers(block, at)) return []
    const message = `“${match[0]}” only helps those who see the picture. Say what tells them apart, or what each of them does.`
    return [{ message, place: { path: block.path, ...at } }]
  })
}

/** In the block of a picture, or in one that stands beside it. */
function isBesidePicture({ path: [at = 0] }: TextBlock, { content }: Doc): boolean {
  return [content[at - 1], content[at], content[at + 1]].some(block => block !== undefined && isPicture(block))
}

function isPicture(node: Node): boolean {
  return node.type === 'figure' || node.type === 'image' || childrenOf(node).some(isPicture)
}

const telephone =
  /\b(?:voicemail|answer(?:ing|phone)|message|ring|call|phone|dial|telephone|fire|alarm|evacuat|class|crossing|game|hearing aid|lesson|lift|machine|microwave|oven|playground|race|school|teacher|toaster|whistle)/i
const bells = /\b(?:fire|alarm|evacuat|class|crossing|game|lesson|playground|race|school|teacher)/i
/** A sound that is played or practised, or that comes with something to see. */
const seenToo =
  /\b(?:alarm|answer(?:ing|phone)|audiolog|class|crossing|display|drill|evacuat|flash|game|headphones|hearing test|lesson|light|lights|look|message|music group|phone|playground|race|ring|school|screen|see|shown|shows|sign|signs|song|story|teacher|telephone|text|vibrat|voicemail|watch|wave)/i
/** What stands in a street or a room has its colour and its place for everybody. */
const outdoors =
  /^[^.?!]*? (?:above|at|behind|beside|by|in|inside|near|next to|of|on|outside) (?:the|a|an|your|each|every|our)(?: \p{L}+)? (?:back door|badge|bag|board|building|bus|bus stop|car park|card|corridor|counter|crossing|cupboard|desk|device|door|doors|entrance|envelope|floor|folder|fridge|front door|gate|hall|hearing aid|letter|lift|locker|machine|parcel|phone|poster|printed form|reception|remote|ribbon|room|shelf|sign|switch|toilet|train|tray|wall|wardrobe|watch|window)\b/iu
/** On the way to somewhere there are two sides too; these words are of a way, and the others of a page. */
const onTheWay =
  /\b(?:bus|car|corridor|cycle|drive|get off|lane|pavement|platform|road|station|street|train|turn|walk)\b/i
const onAPage = /\b(?:box|button|column|form|heading|link|menu|page|panel|screen|site|tab|table|website)s?\b/i
/** A name beside it says the same to those who do not see it. */
const named =
  /^(?: (?:that (?:says|is called)|called|labelled|marked|named|which says|with the words))? ?[“"‘']|^ (?:called|labelled|named|marked|with the words|that says|which says) /

/** Words that only help whoever sees the colour, the place or the shape, or hears the sound. WCAG 2.2 SC 1.3.3 and 1.4.1. */
export const sensory = rule({
  id: 'sensory',
  severity: 'warning',
  wcag: ['1.3.3', '1.4.1'],
  why: 'On a phone nothing is on the right, and not everybody sees colours and shapes or hears sounds: say its name as well.',
  on: {
    page: ({ doc, texts }) =>
      texts.flatMap(block => (block.text.includes(' the ') && isBesidePicture(block, doc) ? partsIn(block) : [])),
    text: block =>
      block.elsewhere === 'caption'
        ? partsIn(block)
        : (block.elsewhere === undefined || block.elsewhere === 'summary') && mayFit.test(block.text) && found(block),
  },
  examples: {
    fail: [
      'Press the green button to apply.',
      '![Two friends paint a wall](media/bus.png)\n\nThe girl on the left is Mina. Oluwaseun is on the right.',
      '::figure{src="media/bus.png" alt="Two friends paint" caption="Mina is on the left."}',
      'The days we are closed are greyed out. Fill in the sections highlighted.',
      'Green rows in the table are free. If you see a red line under a club, it is full.',
      'The links in the sidebar on the left lead to each school.',
      'Dates in red are full.',
      'Sessions marked with a red star are full.',
      'Press the button shaped like a house.',
      'Sessions marked in yellow are for under fives.',
      'Use the menu on the left.',
      'The form is on the right. Fill it in.',
      'See the links in the right-hand column.',
      'Press the round button. Then use the Blue Badge link, and the button on the left.',
      'Write your name in the square box below.',
      'Items in italics are free. Anything underlined is new.',
      'Full days are red and free days are green.',
      'Red dots show where the clubs are.',
      'On the calendar, green means free.',
      'Select the arrow at the top of the screen.',
      'Fields with a red star have to be filled in.',
      'Clubs with a star next to them are free.',
      'When it is sent you will hear a beep.',
      'Listen for the chime, then get out, because that is your floor.',
      'Take a seat in the hall and listen out for your name.',
      'Sit down and go in when you hear the buzzer.',
      'Ring us. A long tone means that we are closed.',
    ],
    pass: [
      '![A hall](media/bus.png)\n\nReception is on the left, and the lift is on the right.\n\nThe nurse sits on the left.\n\nThe girl on the left is Mina.',
      'Days that say “closed” are greyed out. A red box on the wall holds the key. There is a yellow line by the school.',
      'Red dates are sweet. Text in bold is easy to read. Blue boxes are for paper.',
      'Listen for your name, or look at the screen. In the hearing test, children listen for a beep.',
      'In the game, listen for the whistle. Listen for the fire alarm, and watch for its light.',
      'Listen for the sound of waves, and turn on the music.',
      'Apply for a blue badge, and bring your red book.',
      'Put it in the small box below the shelf. Fill in the box below. Bring a square box of tissues.',
      'Come in by the green door on the left of the hall.',
      'Get off the bus on the left-hand side, and walk to the building on the right-hand side of the road.',
      'Turn right at the lights; our building is on the right.',
      'Press the green “Apply” button.',
      'Use the red button on the crossing, and wait for the green man.',
      'Full courses are marked “full” and shown in red.',
      'Ring us, and leave a message after the tone.',
      'Use the search box at the top of the page, or the feedback form at the bottom of this page.',
      'Amber means that you wait. In class a red card means that a child needs help. Red flags show that the sea is rough.',
      'The menu at the top of each page leads to all clubs. Sign in the box at the bottom of page 4.',
      'Boxes with a red lid are for toys. In the photo on the left, Sam holds the cup.',
      'The italics in old books are hard to read. We sew with large round buttons.',
      'Some children like to wear black shoes.',
      'The green paper said so. Groups for black families meet here.',
      'Sign at the bottom of the form.',
      'The table is on the left of the hall. The list of rooms is on the right as you come in.',
      'Press the green button marked **Start** on the left of the screen.',
      'Choose the “Text size” button at the top right of the page, then the Apply link on the left.',
      'Put your badge in the box on the left of the reception desk, and use the white button in the lift.',
      'When you hear the bell, the lesson is over. Write in the box at the bottom of the printed card.',
      'The old page said “press the green button”. We do not.',
      'Tests are marked in June. Use bold text sparingly.',
    ],
  },
})

/** “The search box at the top of the page” is found by its name, wherever a phone has put it. */
function isNamedAbove(text: string, { 0: told, index }: RegExpExecArray): boolean {
  if (/^ of page \d/i.test(text.slice(index + told.length))) return true
  if (
    /[”"’'] $/.test(text.slice(Math.max(0, index - 2), index)) ||
    /(?:^|\P{L})(?:the|your) (?:\p{Lu}[\p{L}’-]* ){1,4}$/u.test(text.slice(0, index))
  )
    return true
  if (!/ (?:top|bottom)\b/i.test(told) || /\b(?:left|right)\b/i.test(told)) return false
  // Of these a page has one.
  if (/^(?:banner|bar|calendar|form|list|logo|menu|navigation|table|timetable)\b/i.test(told)) return true
  const [, before = 'the'] = /(\p{L}+) $/u.exec(text.slice(0, index)) ?? []
  return !/^(?:an?|all|and|big|click|each|every|follow|in|large|little|long|on|one|or|our|press|round|see|select|small|square|tap|that|the|these|this|those|use|your)$/i.test(
    before,
  )
}

function found(block: TextBlock): Finding[] {
  const { text, path } = block
  const all = patterns.flatMap(pattern => matchesIn(text, pattern))
  return all.flatMap((match, index): Finding[] => {
    const [start, end] = [match.index, match.index + match[0].length]
    const isKnown = all.slice(0, index).some(other => other.index < end && start < other.index + other[0].length)
    // A message after the tone has its words; a tone that means something has none.
    const isHeard = /^(?:listen|get|go|come|move|cross|leave|enter|start|stop|turn)\b/i.test(match[0])
      ? seenToo.test(text)
      : /beep|ping|chime|bell|tone|sound|buzz/i.test(match[0]) &&
        (/\b(?:means|tells|shows)$/i.test(match[0]) ? bells : telephone).test(text)
    const isToldToo = /\b(?:marked|labelled|called|named|with the words?|says?) (?:[“"‘']|\p{Lu})/u.test(
      sentenceAt(text, { start, end }),
    )
    if (
      isOthers(block, { start, end }) ||
      isKnown ||
      isHeard ||
      isToldToo ||
      (onTheWay.test(sentenceAt(text, { start, end })) && !onAPage.test(sentenceAt(text, { start, end }))) ||
      named.test(text.slice(end)) ||
      outdoors.test(text.slice(end)) ||
      /[“"‘'][^”"’']*$/.test(match[0]) ||
      isNamedAbove(text, match)
    )
      return []
    return [
      {
        message: `“${match[0]}” only helps those who see or hear it. Say its name as well.`,
        place: { path, start, end },
      },
    ]
  })
}

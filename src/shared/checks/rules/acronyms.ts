import { rewording } from '../edit-text.ts'
import { explains, isAlone, type Said, said, spells } from '../explained.ts'
import { keptMarkup } from '../markup/kept.ts'
import { ownShortFormsIn } from '../own-words.ts'
import { type Finding, type LinkRun, type OwnWords, rule, type TextBlock } from '../rule.ts'
import { isService, type ShortForm, shortFormsIn } from '../short-forms.ts'
import { spelledOut } from '../spell-out.ts'
import { isOthers, sentenceAt } from '../words/context.ts'

/** Different short forms that one page is told about. */
const most = 100

/**
 * A short form that the page does not explain where it first uses it. WCAG 2.2 SC 3.1.4 (AAA), technique G97. A title and
 * a heading are too short for it: they may use what the words below explain. SEND needs no explanation: it is in the name
 * of the site.
 */
export const acronyms = rule({
  id: 'acronyms',
  severity: 'warning',
  wcag: ['3.1.4'],
  why: 'Families meet these letters for the first time on a page like this, often on a hard day.',
  on: {
    page: ({ entry, doc, texts, links, facts }) => {
      const above = [entry.fields.title, entry.fields.summary].map(said)
      const blocks = texts.map(({ text }) => said(text))
      return [...firstUses(texts, links, facts.own)].slice(0, most).flatMap(([short, use]): Finding[] => {
        // What the next block begins with is part of the explanation: a table's next cell, the words under a heading.
        const until = [...above, ...blocks.slice(0, use.at + 1)]
        if (until.some(block => explains(block, short, use.form.long))) return []
        if (continues(blocks[use.at], blocks[use.at + 1], use.form)) return []
        if ((facts.shortForms ?? keptMarkup(doc)?.shortForms)?.has(short)) return []
        if (isService(use.form) && texts.some((block, at) => isIntroduced(block, texts[at + 1], use.form, links)))
          return []
        const later = blocks.slice(use.at + 1).some(block => explains(block, short, use.form.long))
        return [findingOf(use, later)]
      })
    },
  },
  examples: {
    fail: [
      'Ask the SENCO about it.',
      'Your child’s EHCP is read by the LA.',
      'An EHCP helps. Education, Health and Care plans are not for all.\n\nOT.',
      '## ICB\n\nAsk the board.',
      '- a CVI\n- an SEN',
      'Ask the NDCS for advice.',
      '## Free advice\n\nSENDIASS can help you to write to the school.',
      'Ask the SENCO, the class teacher or the head of the school.',
      'EHCPs are reviewed. Later: education, health and care needs.',
    ],
    pass: [
      'SENDIASS gives free advice. Ring SENDIASS first.',
      'Ask [SENDIASS](https://example.org/sendiass). SENDIASS can come with you.',
      'Ask the special educational needs co-ordinator (SENCO). The SENCO listens.',
      'Your Education, Health and Care (EHC) plan. Your EHC plan and your EHCP.',
      'EHC (Education, Health and Care) plans.',
      '---\ntitle: ADHD\nsummary: What attention deficit hyperactivity disorder is.\nowner: priya@example.org\n---\nADHD is common.',
      '---\ntitle: Moving with an EHC plan\nsummary: Who helps.\nowner: priya@example.org\n---\n## EHC plans\n\nEducation, Health and Care (EHC) plans.',
      '| Short | Long |\n| - | - |\n| OT | Occupational therapy |',
      'Ask the NHS, your GP, the BBC or GOV.UK about SEND.',
      'Come to SS2 6ER, in LEIGH-ON-SEA, with form SEN12 or BS 1234. You must NOT pay. See Part VI.',
      'Write to SENCO@example.org or to www.ICB.example.org.',
      'See [Waiting for an ADHD assessment](page:01ARZ3NDEKTSV4RRFFQ69G5FAV).',
      'Say :span[PFRON]{lang=pl}.',
      'The judge wrote: “The LA shall amend the plan.”',
      'Ask the <abbr title="special educational needs co-ordinator">SENCO</abbr>. The SENCO listens.',
      'She has an EHC plan. Ask for an EHC needs assessment, and read what NICE says.',
      'Each school has a SENCO, a teacher who plans help. Ask the EP. They are the psychologist for the school.',
      'The CQC is the body that inspects care homes. Ask an OT (a therapist who helps with daily life).',
      'The National Deaf Children’s Society (NDCS) helps. Ask the SNAP Charity, or ADHD UK.',
    ],
  },
})

interface Use {
  form: ShortForm
  block: TextBlock
  /** The block's place among the page's blocks of words. */
  at: number
}

/** The first use of each short form in running words, or in a heading where it stands nowhere else. */
function firstUses(texts: readonly TextBlock[], all: readonly LinkRun[], own: OwnWords | undefined): Map<string, Use> {
  const links = Map.groupBy(all, link => link.block)
  const uses = new Map<string, Use>()
  const inHeadings = new Map<string, Use>()
  texts.forEach((block, at) => {
    const isHeading = block.node.type === 'heading' || block.node.type === 'tableHeader'
    for (const form of formsIn(block.text, own)) {
      const into = isHeading ? inHeadings : uses
      if ((isHeading && form.long === null) || isOthers(block, form)) continue
      if (links.get(block)?.some(link => isNameOfPage(link, form))) continue
      if (!into.has(form.short)) into.set(form.short, { form, block, at })
    }
  })
  for (const [short, use] of inHeadings) if (!uses.has(short)) uses.set(short, use)
  return uses
}

/** What the team says of its own short forms counts before what any glossary says. */
function formsIn(text: string, own: OwnWords | undefined): readonly ShortForm[] {
  const ours = ownShortFormsIn(text, own)
  if (ours.length === 0) return shortFormsIn(text)
  const others = shortFormsIn(text).filter(({ start, end }) => !ours.some(form => form.start < end && start < form.end))
  return [...ours, ...others].sort((a, b) => a.start - b.start)
}

/** A link to a page says that page's name, and the page explains it. */
function isNameOfPage({ href, start, end }: LinkRun, form: ShortForm): boolean {
  return /^(?:page|service):/.test(href) && start <= form.start && form.end <= end
}

/** What a service gives stands in a sentence with its name, or a link leads from its name to where it is said. */
function isIntroduced(
  block: TextBlock,
  next: TextBlock | undefined,
  { written }: ShortForm,
  links: readonly LinkRun[],
): boolean {
  const start = block.text.indexOf(written)
  if (start === -1) return false
  if (links.some(link => link.block === block && link.text.includes(written))) return true
  // The next cell of a table, or what stands under the name as a heading, says it too; a card of the service has it all.
  if (block.node.type === 'heading') return true
  const beside = block.node.type === 'tableCell' && next?.node.type === 'tableCell' ? ` ${next.text}` : ''
  return whatItGives.test(sentenceAt(block.text, { start, end: start + written.length }) + beside)
}

const whatItGives =
  /\b(?:advi[cs]e|advis|complain|free|help with|impartial|independent|information|on your side|rights|support service)/i

function continues(block: Said | undefined, next: Said | undefined, { short, long }: ShortForm): boolean {
  if (!block || !next) return false
  return explains(next, short, long) || (isAlone(block, short) && spells(next.text, short))
}

function findingOf({ form, block }: Use, later: boolean): Finding {
  const { written, long, start, end } = form
  const place = { path: block.path, start, end }
  const word = block.text.slice(start, end)
  if (long === null) {
    return {
      message: `“${word}” looks like a short form that this page does not explain.`,
      place,
      severity: 'notice',
      unknown: { kind: 'short-form', word: written },
    }
  }
  const spelling = spelledOut(block, form, long)
  const message = later
    ? `“${word}” is explained only further down, and this is where readers meet it first.`
    : `“${word}” is not explained. It is short for “${long}”.`
  const severity = isService(form) ? 'notice' : undefined
  if (!spelling) return { message, place, ...(severity && { severity }) }
  const label = `Write “${long.replace(/ \(.*\)$/, '')} (${written})”`
  const fix = rewording(label, block, spelling.start, spelling.end, spelling.words)
  return { message, place, fix, ...(severity && { severity }) }
}

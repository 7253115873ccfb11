import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ContentHash, type Entry, type HtmlContext, renderHtml, slugify } from '../../shared/content/index.ts'
import { escapeHtml, outsideAddress } from '../../shared/site/index.ts'

/** What the page looks like to whoever gets it: everything that the file needs, and nothing that it would have to fetch. */
export interface CommentFile {
  entry: Entry
  hash: ContentHash
  /** The name of the site. */
  site: string
  /** Who sends it. */
  from: { name: string; email: string }
  /** Why: what the reader is asked; may be empty. */
  note: string
  /** The day on which it was sent, in words. */
  day: string
  /** `media/<name>` to the picture itself as an address (`data:`), for those that can be in the file. */
  pictures: ReadonlyMap<string, string>
  /** Where a page or service is on the web, or null where families cannot see it. */
  address(id: string): string | null
  title(id: string): string | null
}

/** Stands where a picture's address will stand: nothing but the renderer's own attribute holds it. */
const pictureMark = 'picture-in-this-file/'

/**
 * One file with everything in it, for a browser without a network. Its policy lets exactly one style and one script run,
 * which are the program's own, by their hashes: no script that words, names or addresses could smuggle in is one of them.
 */
export async function commentFile(
  file: CommentFile,
  resources: string,
): Promise<{ name: string; answer: string; html: string }> {
  const folder = join(resources, 'comment-file')
  const [script, style] = await Promise.all(
    ['reader.js', 'reader.css'].map(name => readFile(join(folder, name), 'utf8')),
  )
  const { title, summary } = file.entry.fields
  const slug = slugify(title) || 'page'
  const answer = `${slug.slice(0, 60)}-answer.json`
  const policy = [
    "default-src 'none'",
    'img-src data:',
    `style-src '${hashOf(style ?? '')}'`,
    `script-src '${hashOf(script ?? '')}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const shown = title.trim() || 'A page without a title'
  const html = `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(shown)}: for your comment</title>
<style>${style}</style>
</head>
<body>
<main class="page" data-page="${file.entry.fields.id}" data-hash="${file.hash}" data-title="${escapeHtml(shown)}" data-file="${answer}">
<section class="sheet" aria-label="About this file">
<p><strong>${escapeHtml(file.from.name)} asks for your comments on a page of ${escapeHtml(file.site)}.</strong> Sent ${escapeHtml(file.day)}. Families do not see these words yet.</p>
${file.note.trim() === '' ? '' : `<p class="words">${escapeHtml(file.note.trim())}</p>\n`}<ol>
<li>Read the page. Press “Comment” beneath a part of it, or mark some words first.</li>
<li>At the end, say who you are, and whether the page is good.</li>
<li>Save your answer, and send that file back to ${mailTo(file.from.email)}.</li>
</ol>
<p class="soft">Nothing that you write here leaves this file by itself.</p>
<noscript><p class="trouble">Here you can only read the page. Save this file and open it with a web browser to comment, or write to ${mailTo(file.from.email)}.</p></noscript>
</section>
<div class="sheet">
<h1>${escapeHtml(shown)}</h1>
${summary === '' ? '' : `<p>${escapeHtml(summary)}</p>\n`}<div id="article">
${factsOf(file.entry)}${bodyOf(file)}
</div>
<div id="whole"></div>
</div>
<div id="chosen" class="chosen" hidden><button type="button" class="main" id="comment-chosen">Comment on the marked words</button></div>
${answerPart(shown)}
</main>
<script>${script}</script>
</body>
</html>
`
  return { name: `${slug.slice(0, 60)}-for-comment.html`, answer, html }
}

function answerPart(title: string): string {
  return `<div data-needs-script hidden>
<section class="sheet" aria-labelledby="yours">
<h2 id="yours" tabindex="-1">Your comments</h2>
<p id="no-comments" class="soft">None yet.</p>
<ul id="comments"></ul>
</section>
<section class="sheet" aria-labelledby="send">
<h2 id="send">Your answer</h2>
<form id="answer" novalidate>
<fieldset>
<legend>Is “${escapeHtml(title)}” good to publish?</legend>
<label class="choice"><input type="radio" name="decision" value="" checked> I only comment</label>
<label class="choice"><input type="radio" name="decision" value="good"> It is good to publish</label>
<label class="choice"><input type="radio" name="decision" value="needs-changes"> It needs changes first</label>
</fieldset>
<label for="note">Anything else (may be empty)</label>
<textarea id="note" name="note" rows="3" maxlength="5000"></textarea>
<label for="name">Your name</label>
<p class="trouble" id="name-trouble"></p>
<input type="text" id="name" name="name" autocomplete="name" maxlength="120" aria-describedby="name-trouble">
<label for="email">Your email address</label>
<p class="trouble" id="email-trouble"></p>
<input type="email" id="email" name="email" autocomplete="email" maxlength="200" aria-describedby="email-trouble">
<p class="trouble" id="answer-trouble" role="alert"></p>
<div class="actions">
<button type="submit" class="main">Save my answer</button>
<button type="button" id="copy">Copy my answer as text</button>
</div>
</form>
<p id="status" role="status"></p>
<div id="copied" hidden><label for="copied-text">Your answer, for an email</label><textarea id="copied-text" rows="8" readonly></textarea></div>
</section>
</div>`
}

function mailTo(email: string): string {
  const address = outsideAddress(`mailto:${email}`)
  return address === null ? escapeHtml(email) : `<a href="${escapeHtml(address)}">${escapeHtml(email)}</a>`
}

const factNames: readonly [key: string, label: string][] = [
  ['organization', 'Run by'],
  ['telephone', 'Telephone'],
  ['email', 'Email'],
  ['url', 'Website'],
  ['address', 'Address'],
  ['postcode', 'Postcode'],
  ['cost', 'Cost'],
  ['schedule', 'When'],
  ['eligibility', 'Who can come'],
  ['application_process', 'How to apply'],
  ['referral', 'Who can refer you'],
]

/** What families read of a service beside its words. */
function factsOf(entry: Entry): string {
  if (entry.kind !== 'service') return ''
  const fields: Readonly<Record<string, unknown>> = entry.fields
  const lines = factNames.flatMap(([key, label]) => {
    const value = fields[key]
    return typeof value === 'string' && value !== '' ? [`<li>${label}: ${escapeHtml(value)}</li>`] : []
  })
  return lines.length === 0 ? '' : `<ul>\n${lines.join('\n')}\n</ul>\n`
}

/** The one renderer of words writes it; only then do the pictures take the place of their marks. */
/** A table is moved sideways where it is wider than a phone, by a finger or by the arrow keys; none stands in another. */
function withMovableTables(html: string): string {
  let tables = 0
  return html.replace(/<table\b[\s\S]*?<\/table>/g, table => {
    tables++
    return `<div class="table-wide" role="group" aria-label="Table ${tables}" tabindex="0">${table}</div>`
  })
}

function bodyOf({ entry, pictures, address, title }: CommentFile): string {
  const names = [...pictures.keys()]
  const context: HtmlContext = {
    href: reference => {
      const id = /^(?:page|service):([^#]+)/.exec(reference)?.[1]
      if (id !== undefined) return address(id)
      return reference.startsWith('#') ? reference : outsideAddress(reference)
    },
    media: src => {
      const at = names.indexOf(src)
      return at === -1 ? null : { url: `${pictureMark}${at}` }
    },
    service: id => {
      const [name, href] = [title(id), address(id)]
      return name === null ? null : { title: name, href: href ?? '', summary: '' }
    },
    headingOffset: 0,
    kept: 'text',
    excerpt: true,
    language: entry.kind === 'page' ? entry.fields.language : '',
  }
  const marks = new RegExp(`(src|href)="${pictureMark}(\\d+)"`, 'g')
  return withMovableTables(renderHtml(entry.doc, context)).replace(marks, (_, attribute: string, at: string) =>
    // A link to a picture would lead out of the file to nowhere.
    attribute === 'href' ? '' : `src="${pictures.get(names[Number(at)] ?? '') ?? ''}"`,
  )
}

/** As a content policy names one exact style or script. */
function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

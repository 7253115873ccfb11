/**
 * The page that was sent for comment: somebody reads it in a browser, without the program and without a network, and saves
 * an answer. Whatever anybody writes is put into the page as text and never as markup, and nothing is sent anywhere.
 */
const main = document.querySelector('main')
const article = document.getElementById('article')
const list = document.getElementById('comments')
const none = document.getElementById('no-comments')
const chosenBar = document.getElementById('chosen')
const answerForm = document.getElementById('answer')
const copied = document.getElementById('copied')
const status = document.getElementById('status')

/** What a comment is tied to, with a little of what stands on either side. */
const around = 40
const longestQuote = 2000
const wordBlocks = 'p, li, h1, h2, h3, h4, h5, h6, td, th, caption, figcaption, summary, dt, dd, pre, blockquote'

/** @type {{ id: string, quote: { exact: string, prefix: string, suffix: string } | null, text: string, wording: string | null, by: HTMLElement }[]} */
const comments = []
const answer = randomName()
let saved = true
let chosen = null

document.body.classList.add('works')
for (const element of document.querySelectorAll('[data-needs-script]')) element.hidden = false
for (const block of article.querySelectorAll(':scope > *')) offerComment(block)
offerComment(null)

function randomName() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('')
}

function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}

/** The words of the article as one text, block by block; what was added here for commenting is not among them. */
function articleText() {
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
  const pieces = []
  let text = ''
  let block = null
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.parentElement.closest('.own') !== null) continue
    const within = node.parentElement.closest(wordBlocks)
    if (within === null && node.data.trim() === '') continue
    if (text !== '' && within !== block) text += '\n'
    block = within
    pieces.push({ node, start: text.length })
    text += node.data
  }
  return { text, pieces }
}

function offsetsOf(pieces, range) {
  const inside = pieces.filter(({ node }) => range.intersectsNode(node))
  const [first, last] = [inside[0], inside.at(-1)]
  if (first === undefined) return null
  const start = first.start + (range.startContainer === first.node ? range.startOffset : 0)
  const end = last.start + (range.endContainer === last.node ? range.endOffset : last.node.length)
  return start < end ? { start, end } : null
}

function quoteAt(text, start, end) {
  const words = text.slice(start, end)
  const exact = words.trim().slice(0, longestQuote)
  if (exact === '') return null
  const from = start + (words.length - words.trimStart().length)
  const to = from + exact.length
  return { exact, prefix: text.slice(Math.max(0, from - around), from), suffix: text.slice(to, to + around) }
}

function quoteOfBlock(block) {
  const { text, pieces } = articleText()
  const range = document.createRange()
  range.selectNodeContents(block)
  const place = offsetsOf(pieces, range)
  return place && quoteAt(text, place.start, place.end)
}

/** Some words of a block, as somebody typed them who chooses no words by mouse. */
function quoteWithin(block, words) {
  const whole = quoteOfBlock(block)
  const within = whole === null ? -1 : whole.exact.indexOf(words)
  if (within < 0) return null
  const { text } = articleText()
  const start = text.indexOf(whole.prefix + whole.exact) + whole.prefix.length + within
  return quoteAt(text, start, start + words.length)
}

function offerComment(block) {
  const words = block === null ? '' : (quoteOfBlock(block)?.exact ?? '')
  if (block !== null && words === '') return
  const about = block === null ? 'the whole page' : `“${words.slice(0, 60)}${words.length > 60 ? '…' : ''}”`
  const button = make(
    'button',
    { type: 'button', className: 'small' },
    block === null ? 'Comment on the whole page' : 'Comment',
  )
  if (block !== null) button.setAttribute('aria-label', `Comment on ${about}`)
  const box = make('div', { className: 'own' }, button)
  button.addEventListener('click', () => openForm(box, button, about, block, null))
  if (block === null) document.getElementById('whole').append(box)
  else block.after(box)
}

function field(label, rows, value, help) {
  const id = `field-${randomName()}`
  const input = make('textarea', { id, rows, value, maxLength: 10_000 })
  const parts = [make('label', { htmlFor: id }, label), input]
  if (help !== '') {
    parts.splice(1, 0, make('p', { className: 'soft', id: `${id}-help` }, help))
    input.setAttribute('aria-describedby', `${id}-help`)
  }
  return { input, parts }
}

/** `quote` is null for a whole block, or for the whole page where there is no block. */
function openForm(box, button, about, block, quote) {
  if (box.querySelector('form') !== null) return box.querySelector('textarea').focus()
  const about_ = make('p', { className: 'words soft' }, quote === null ? `About ${about}` : `About “${quote.exact}”`)
  const text = field('Your comment', 3, '', '')
  const which =
    block !== null && quote === null
      ? field('Only about some of its words? (may be empty)', 1, '', 'Copy them here exactly as they stand above.')
      : null
  const wording =
    block === null
      ? null
      : field('What you would write instead (may be empty)', 2, '', 'The team can take it as it is.')
  const trouble = make('p', { className: 'trouble' })
  trouble.setAttribute('role', 'alert')
  const keep = make('button', { type: 'submit', className: 'main small' }, 'Add this comment')
  const cancel = make('button', { type: 'button', className: 'small' }, 'Cancel')
  const form = make(
    'form',
    { className: 'comment', noValidate: true },
    about_,
    ...text.parts,
    ...(which?.parts ?? []),
    ...(wording?.parts ?? []),
    trouble,
    make('div', { className: 'actions' }, keep, cancel),
  )
  const close = () => {
    form.remove()
    button.focus()
  }
  cancel.addEventListener('click', close)
  form.addEventListener('submit', event => {
    event.preventDefault()
    const words = which?.input.value.trim() ?? ''
    const on = block === null ? null : (quote ?? (words === '' ? quoteOfBlock(block) : quoteWithin(block, words)))
    const said = text.input.value.trim()
    const other = wording?.input.value.trim() ?? ''
    if (said === '' && other === '') {
      trouble.textContent = 'Write a comment, or what you would write instead.'
      return text.input.focus()
    }
    if (block !== null && on === null) {
      trouble.textContent = 'These words do not stand above. Copy them exactly, or leave this empty.'
      return which?.input.focus()
    }
    if (other !== '' && on.exact.includes('\n')) {
      trouble.textContent =
        'You can write instead of one paragraph or one line only. Say in your comment what you would write.'
      return wording.input.focus()
    }
    addComment({ quote: on, text: said, wording: other === '' ? null : other.slice(0, 2000) }, box)
    close()
  })
  box.append(form)
  text.input.focus()
}

function addComment(words, box) {
  const comment = { id: randomName().slice(0, 12), ...words }
  comments.push(comment)
  saved = false
  const remove = make('button', { type: 'button', className: 'small' }, 'Remove')
  remove.setAttribute('aria-label', `Remove the comment “${(comment.text || comment.wording).slice(0, 40)}”`)
  const item = make(
    'li',
    { className: 'comment' },
    make('p', { className: 'words soft' }, comment.quote === null ? 'The whole page' : `“${comment.quote.exact}”`),
  )
  if (comment.text !== '') item.append(make('p', { className: 'words' }, comment.text))
  if (comment.wording !== null) item.append(make('p', { className: 'words' }, `Instead: ${comment.wording}`))
  item.append(remove)
  const mark = make('p', { className: 'comment words' }, comment.text || `Instead: ${comment.wording}`)
  box.append(mark)
  remove.addEventListener('click', () => {
    comments.splice(comments.indexOf(comment), 1)
    item.remove()
    mark.remove()
    none.hidden = comments.length > 0
    status.textContent = 'The comment was removed.'
    document.getElementById('yours').focus()
  })
  list.append(item)
  none.hidden = true
  status.textContent = 'Your comment was added. Save your answer when you are done.'
}

/** Words that are marked by mouse, finger or keyboard: a bar offers to comment on them. */
document.addEventListener('selectionchange', () => {
  const selection = document.getSelection()
  const range = selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null
  const inside = range !== null && article.contains(range.commonAncestorContainer)
  const { text, pieces } = inside ? articleText() : { text: '', pieces: [] }
  const place = inside ? offsetsOf(pieces, range) : null
  const quote = place && quoteAt(text, place.start, place.end)
  if (quote === null || quote === undefined || quote === false) {
    // The bar stays while its own button is pressed, which takes the mark away on some phones.
    if (!chosenBar.contains(document.activeElement)) chosenBar.hidden = true
    return
  }
  const start = range.startContainer
  const within = start instanceof Element ? start : start.parentElement
  chosen = {
    quote,
    block: [...article.children].find(child => child.contains(within) && !child.matches('.own')) ?? null,
  }
  chosenBar.hidden = chosen.block === null
})

document.getElementById('comment-chosen').addEventListener('click', event => {
  if (chosen?.block === null || chosen === null) return
  const { quote, block } = chosen
  const box = block.nextElementSibling?.matches('.own') ? block.nextElementSibling : null
  if (box === null) return
  chosenBar.hidden = true
  openForm(box, box.querySelector('button') ?? event.currentTarget, '', block, quote)
})

/** The answer as it goes back, or null where something is missing, which is then said. */
function finished() {
  const data = new FormData(answerForm)
  const value = name => String(data.get(name) ?? '').trim()
  const decision = value('decision')
  const missing = [
    ['name', value('name') === '', 'Write your name, so that the team knows who says this.'],
    ['email', !/^[^\s@]+@[^\s@]+$/.test(value('email')), 'Write your email address, for example sam@example.org.'],
  ]
  let first = null
  for (const [name, wrong, words] of missing) {
    const input = document.getElementById(name)
    document.getElementById(`${name}-trouble`).textContent = wrong ? words : ''
    input.setAttribute('aria-invalid', String(wrong))
    if (wrong && first === null) first = input
  }
  const nothing = comments.length === 0 && decision === '' && value('note') === ''
  document.getElementById('answer-trouble').textContent =
    nothing && first === null ? 'Add a comment, or say whether the page is good, before you save.' : ''
  if (first !== null) first.focus()
  if (first !== null || nothing) return null
  return {
    signpost: 'answer',
    version: 1,
    answer,
    page: main.dataset.page,
    hash: main.dataset.hash,
    title: main.dataset.title,
    at: new Date().toISOString(),
    name: value('name'),
    email: value('email'),
    decision: decision === '' ? null : decision,
    note: value('note'),
    comments: comments.map(({ id, quote, text, wording }) => ({ id, quote, text, wording })),
  }
}

answerForm.addEventListener('submit', event => {
  event.preventDefault()
  const whole = finished()
  if (whole === null) return
  const address = URL.createObjectURL(new Blob([JSON.stringify(whole, null, 2)], { type: 'application/json' }))
  make('a', { href: address, download: main.dataset.file }).click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
  saved = true
  status.textContent = `Your answer was saved as ${main.dataset.file}. Send that file back by email.`
})

document.getElementById('copy').addEventListener('click', async () => {
  const whole = finished()
  if (whole === null) return
  const text = inWords(whole)
  copied.hidden = false
  const area = copied.querySelector('textarea')
  area.value = text
  area.focus()
  area.select()
  saved = true
  const done = await navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  )
  status.textContent = done
    ? 'Your answer was copied. Paste all of it into an email to the team.'
    : 'Your answer is marked below. Copy all of it, and paste it into an email to the team.'
})

/** For an email: words for people, and the same once more for the program, which no mail program can break. */
function inWords({ title, name, email, decision, note, comments: all, ...rest }) {
  const whole = { ...rest, title, name, email, decision, note, comments: all }
  const said = { good: 'It is good to publish.', 'needs-changes': 'It needs changes.' }[decision] ?? 'Comments only.'
  const lines = all.map(({ quote, text, wording }, index) => {
    const on = quote === null ? 'The whole page' : `“${quote.exact}”`
    return `${index + 1}. ${on}: ${text}${wording === null ? '' : ` Instead: ${wording}`}`
  })
  const bytes = new TextEncoder().encode(JSON.stringify(whole))
  const code = btoa([...bytes].map(byte => String.fromCharCode(byte)).join(''))
  return [
    `My answer on “${title}”`,
    `From ${name} (${email})`,
    said,
    ...(note === '' ? [] : [note]),
    ...lines,
    '',
    'Please leave the lines below as they are. The team’s program reads them.',
    '-----BEGIN SIGNPOST ANSWER-----',
    ...(code.match(/.{1,64}/g) ?? []),
    '-----END SIGNPOST ANSWER-----',
  ].join('\n')
}

window.addEventListener('beforeunload', event => {
  if (!saved) event.preventDefault()
})

/**
 * The search page: reads the words from its own address, asks Pagefind's index and writes plain results. Text only is
 * put into the page, never markup, except for the marked words that are made here.
 */
const perPage = 10

const status = document.getElementById('search-status')
const list = document.getElementById('search-results')
const more = document.getElementById('search-more')
const words = (new URLSearchParams(location.search).get('q') ?? '').trim().slice(0, 200)

for (const input of document.querySelectorAll('input[type="search"]')) input.value = words
if (words === '') say('')
else search(words).catch(() => say('Search is not working just now. You can use the A to Z.'))

async function search(text) {
  say('Searching…')
  const pagefind = await import('../pagefind/pagefind.js')
  await pagefind.options({ excerptLength: 30 })
  const { results } = await pagefind.search(text)
  say(howMany(results.length, text))
  document.title = `${text} – ${document.title}`
  await show(results, 0)
}

function howMany(count, text) {
  if (count === 0) return `Nothing found for “${text}”. Check the spelling, or try other words.`
  return count === 1 ? `1 page found for “${text}”.` : `${count} pages found for “${text}”.`
}

async function show(results, from) {
  const found = await Promise.all(results.slice(from, from + perPage).map(result => result.data()))
  const items = found.map(item)
  list.append(...items)
  if (from > 0) items[0]?.querySelector('a')?.focus()
  const left = from + perPage < results.length
  more.hidden = !left
  more.querySelector('button').onclick = left ? () => show(results, from + perPage) : null
}

function item(page) {
  const link = element('a', 'govuk-link', page.meta.title ?? page.url)
  link.href = page.url
  const heading = element('h2', 'govuk-heading-m')
  heading.append(link)
  const excerpt = element('p', 'govuk-body')
  excerpt.append(...marked(page.excerpt))
  const row = document.createElement('li')
  row.append(heading, excerpt)
  return row
}

/** Pagefind's excerpt is HTML with marked words; only its text and those marks are taken over. */
function marked(excerpt) {
  const { body } = new DOMParser().parseFromString(excerpt, 'text/html')
  return Array.from(body.childNodes, node =>
    node.nodeName === 'MARK' ? element('mark', '', node.textContent) : node.textContent,
  )
}

function element(name, className, text = '') {
  const made = document.createElement(name)
  if (className !== '') made.className = className
  made.textContent = text
  return made
}

function say(sentence) {
  status.textContent = sentence
}

/**
 * The search page: reads the words from its own address, asks Pagefind's index and writes plain results. Text only is
 * put into the page, never markup; the marks around what was found are made here.
 */
import { ask, pastLast, ranking } from './search-asking.js'
import { excerptOf } from './search-excerpt.js'
import { isUrgent } from './search-words.js'

const perPage = 10
/** More than anybody reads; the best are among them. */
const mostFound = 60
/** From more than that on, other ways only stand in the way. */
const enough = 3

const status = document.getElementById('search-status')
const list = document.getElementById('search-results')
const more = document.getElementById('search-more')
const others = document.getElementById('search-others')
const urgent = document.getElementById('search-urgent')
const words = (new URLSearchParams(location.search).get('q') ?? '').trim().slice(0, 200)

for (const input of document.querySelectorAll('input[type="search"]')) input.value = words
const isUrgentSearch = words !== '' && isUrgent(words, (urgent?.dataset.words ?? '').split('|'))
// Before anything is loaded: who helps at once stands there whether or not the search works.
if (isUrgentSearch) status.before(urgent)
if (words === '') {
  settle()
  say('')
} else {
  search(words).catch(() => {
    settle()
    say('Search is not working just now. You can use the A to Z.')
  })
}

async function search(text) {
  say('Searching…')
  const [pagefind, known, lastDays] = await Promise.all([
    import('../pagefind/pagefind.js'),
    readOr('words.json', { same: [], words: [] }),
    readOr('last-days.json', {}),
  ])
  await pagefind.options({ ranking })
  const { results: all, mended } = await ask(pagefind, text, known, isOrdinary)
  const today = new Date().toLocaleDateString('sv-SE')
  const results = pastLast(all, lastDays, today).slice(0, mostFound)
  say(howMany(results.length, text) + insteadOf(mended))
  others.hidden = results.length > enough
  document.title = `${text} – ${document.title}`
  await show(results, 0)
}

/** Loaded for the first word that looks like a slip of a letter, which most searches have none of. */
let english = null

async function isOrdinary(word) {
  english ??= fetch(new URL('english.json', import.meta.url))
    .then(answer => answer.json())
    .then(({ words }) => unpacked(words))
    .catch(() => new Set())
  return (await english).has(word)
}

/** Each word stands without what it begins with as the one before it: a capital letter says how much that is. */
function unpacked(packed) {
  const words = new Set()
  let word = ''
  for (const [, shared, rest] of packed.matchAll(/([A-Z])([a-z']*)/g)) {
    word = word.slice(0, shared.charCodeAt(0) - 65) + rest
    words.add(word)
  }
  return words
}

/** Without them the search finds what is typed as it is typed, and says of nothing that it is over. */
async function readOr(name, nothing) {
  try {
    return await (await fetch(name)).json()
  } catch {
    return nothing
  }
}

function howMany(count, text) {
  if (count === 0) return `Nothing found for “${text}”. Try one or two other words, or one of the ways below.`
  if (count === mostFound) return `The best ${count} pages for “${text}”.`
  return count === 1 ? `1 page found for “${text}”.` : `${count} pages found for “${text}”.`
}

function insteadOf(mended) {
  return mended.map(({ typed, word }) => ` We took “${typed}” for “${word}”.`).join('')
}

async function show(results, from) {
  const items = await Promise.all(
    results.slice(from, from + perPage).map(async ({ result, isOver }) => item(await result.data(), isOver)),
  )
  list.append(...items)
  settle()
  if (from > 0) items[0]?.querySelector('a')?.focus()
  const left = from + perPage < results.length
  more.hidden = !left
  more.querySelector('button').onclick = left ? () => show(results, from + perPage) : null
}

/** Until now there was room for the results, so that nothing below is seen to jump when they come. */
function settle() {
  list.classList.add('is-settled')
}

function item(page, isOver) {
  const link = element('a', 'govuk-link', page.meta.title ?? page.url)
  link.href = page.url
  const heading = element('h2', 'govuk-heading-m')
  heading.append(link)
  const excerpt = element('p', 'govuk-body')
  excerpt.append(...excerptOf(page).flatMap(({ text, isMarked }) => [isMarked ? element('mark', '', text) : text, ' ']))
  const row = document.createElement('li')
  row.append(heading, ...(isOver ? [element('strong', 'is-over', 'This is over.')] : []), excerpt)
  return row
}

function element(name, className, text = '') {
  const made = document.createElement(name)
  if (className !== '') made.className = className
  made.textContent = text
  return made
}

function say(sentence) {
  status.textContent = isUrgentSearch ? `Who helps at once comes first. ${sentence}` : sentence
}

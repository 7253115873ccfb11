/**
 * The directory chooses among services that all stand in the page. What is chosen is the page's own address, so that it
 * can be kept, sent and gone back to; nothing is asked of anybody, the distance included.
 */
import { isOver } from './over.js'

const form = document.getElementById('finder')
const found = document.getElementById('found')
const list = document.querySelector('[data-services]')
const services = [...list.children]
const facets = ['need', 'when', 'kind', 'area', 'cost', 'way', 'referral']
const near = document.getElementById('finder_near')
const trouble = document.getElementById('finder_near_trouble')
const districts = new Map(
  (form.dataset.districts ?? '')
    .split(';')
    .filter(one => one !== '')
    .map(one => one.split(' '))
    .map(([name, latitude, longitude]) => [name, [Number(latitude), Number(longitude)]]),
)

/** The list shows so many at a time on a telephone; on a wide screen, on paper and as a table it shows all of them. */
const atATime = 12
const isNarrow = matchMedia('(max-width: 40em)')
const isLong = list.classList.contains('page-list')
const more = moreButton()
/** Those that fit what is asked for, in their order. */
let fitting = []
/** Stands with the address, so that whoever comes back finds the list as long as it was. */
const room = () => (isLong && isNarrow.matches ? (history.state?.room ?? atATime) : Number.POSITIVE_INFINITY)

isNarrow.addEventListener('change', () => unfold(room()))
addEventListener('beforeprint', () => unfold(Number.POSITIVE_INFINITY))
addEventListener('afterprint', () => unfold(room()))

form.addEventListener('submit', event => {
  event.preventDefault()
  const wanted = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (value.trim() !== '') wanted.set(name, tidy(name, value))
  const asked = wanted.toString()
  if (asked !== location.search.slice(1)) history.pushState(null, '', asked === '' ? location.pathname : `?${asked}`)
  show()
  if (near?.getAttribute('aria-invalid') === 'true') near.focus()
  else found.scrollIntoView({ block: 'nearest' })
})
form.querySelector('a').addEventListener('click', event => {
  event.preventDefault()
  if (location.search !== '') history.pushState(null, '', location.pathname)
  show()
})
addEventListener('popstate', show)
show()

/** The second half of a postcode is nobody's business: it is let go before it could stand in an address. */
function tidy(name, value) {
  return name === 'near' ? (districtIn(value) ?? value.trim()) : value
}

function districtIn(words) {
  return /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})?$/.exec(words.replace(/\s/g, '').toUpperCase())?.[1] ?? null
}

function show() {
  const wanted = new URLSearchParams(location.search)
  fill(wanted)
  const from = placeIn(wanted.get('near') ?? '')
  const within =
    from === null ? Number.POSITIVE_INFINITY : Number(form.elements.within.value) || Number.POSITIVE_INFINITY
  const shown = new Set(
    services.filter(service => {
      const miles = sayHowFar(service, from)
      return fits(service) && (within === Number.POSITIVE_INFINITY || miles <= within)
    }),
  )
  const inOrder = from === null ? services : services.toSorted(nearestFirst)
  // What is over stands last: no clock is asked when the site is made.
  const sorted = [...inOrder.filter(service => !isOver(service)), ...inOrder.filter(isOver)]
  list.append(...sorted)
  fitting = sorted.filter(service => shown.has(service))
  for (const service of services) service.hidden = !shown.has(service)
  unfold(room())
  say(fitting.length)
  for (const link of document.querySelectorAll('#views a')) link.search = location.search
}

function unfold(many) {
  for (const [at, service] of fitting.entries()) service.hidden = at >= many
  const left = Math.max(0, fitting.length - many)
  more.hidden = left === 0
  more.textContent = left > atATime ? `Show ${atATime} more of ${left}` : `Show the last ${left}`
}

function moreButton() {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'govuk-button show-more'
  button.hidden = true
  if (isLong) list.after(button)
  button.addEventListener('click', () => {
    const before = room()
    history.replaceState({ room: before + atATime }, '')
    unfold(room())
    // Whoever reads by keyboard or by ear goes on where the list went on.
    fitting[before]?.querySelector('a')?.focus()
  })
  return button
}

/** An address may ask for what this directory has not got; then that is not chosen. */
function fill(wanted) {
  form.reset()
  for (const field of form.querySelectorAll('select')) {
    const asked = wanted.get(field.name) ?? ''
    if ([...field.options].some(({ value }) => value === asked)) field.value = asked
  }
  if (near !== null) near.value = (wanted.get('near') ?? '').slice(0, 9)
  const more = document.getElementById('finder_more')
  if ([...more.querySelectorAll('select')].some(({ value }) => value !== '')) more.open = true
}

function fits(service) {
  const age = form.elements.age?.value ?? ''
  if (age !== '' && (Number(age) < Number(service.dataset.from) || Number(age) > Number(service.dataset.to)))
    return false
  return facets.every(name => {
    const asked = form.elements[name]?.value ?? ''
    if (asked === '') return true
    const has = service.dataset[name] ?? ''
    return has === '*' || has.split(' ').includes(asked)
  })
}

/** Where somebody asks from; null, with the reason beside the field, where that is not known. */
function placeIn(words) {
  if (near === null) return null
  const name = districtIn(words)
  const place = districts.get(name) ?? null
  const why =
    words === '' || place !== null
      ? ''
      : name === null
        ? `“${words.slice(0, 9)}” is no postcode. Write the first part of your postcode, such as ${districts.keys().next().value}.`
        : `We do not know where ${name} is, so we cannot sort by how near things are. Try the first part of a postcode nearby, such as ${districts.keys().next().value}.`
  trouble.textContent = why
  trouble.hidden = why === ''
  near.setAttribute('aria-invalid', String(why !== ''))
  return place === null ? null : { name, place }
}

function sayHowFar(service, from) {
  const { district } = service.dataset
  const there = districts.get(district)
  const note = service.querySelector('[data-far]')
  service.miles = from === null || there === undefined ? Number.POSITIVE_INFINITY : milesBetween(from.place, there)
  note.hidden = from === null || there === undefined
  if (!note.hidden)
    note.textContent = district === from.name ? `In ${district}` : `${inMiles(service.miles)} away, in ${district}`
  return service.miles
}

/** Two services without a place are as far as each other. */
function nearestFirst(one, other) {
  return one.miles === other.miles ? 0 : one.miles < other.miles ? -1 : 1
}

/** On a map as flat as a county is; both places are rough, so more would be pretence. */
function milesBetween([latitude, longitude], [other, otherLongitude]) {
  const toMiles = 69.1
  const north = (other - latitude) * toMiles
  const east = (otherLongitude - longitude) * toMiles * Math.cos((latitude * Math.PI) / 180)
  return Math.hypot(north, east)
}

function inMiles(miles) {
  const whole = Math.round(miles)
  return whole <= 1 ? 'About a mile' : `About ${whole} miles`
}

/** Told to a screen reader once the choice is made, since the list changes elsewhere on the page. */
function say(count) {
  const chosen = [...form.querySelectorAll('select')].filter(({ value }) => value !== '').map(labelled)
  if (near !== null && near.value !== '' && near.getAttribute('aria-invalid') !== 'true')
    chosen.push(`near ${districtIn(near.value)}`)
  const dropped = near?.getAttribute('aria-invalid') === 'true' ? ' Not sorted by how near they are.' : ''
  const of = chosen.length === 0 ? '' : ` for: ${chosen.join(', ')}`
  const next = count === 0 ? ' Choose less, or start again.' : ''
  const many = count === 1 ? '1 group or service' : `${count === 0 ? 'No' : count} groups and services`
  found.textContent = `${many}${of}.${dropped}${next}`
}

function labelled(field) {
  const { text } = field.selectedOptions[0]
  return field.name === 'age' ? `age ${text.toLowerCase()}` : text
}

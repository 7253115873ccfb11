import type { Element, ElementContent } from 'hast'
import { isForTheEye, roleOf, said } from '../markup/attributes.ts'
import type { Markup, MarkupElement } from '../markup/markup.ts'
import { nameOf, plainly, tidy, within, wordsOf } from '../markup/words.ts'
import { type Finding, rule } from '../rule.ts'

/** Of `input`: these are named by their value, or are not there for anybody. */
const valued = new Set(['submit', 'reset', 'hidden'])
const choices = new Set(['radio', 'checkbox'])
/** What a press is, and not what it does. */
const hollow = /^(?:(?:a|the|this) )?(?:button|click(?: here)?|here|icon|image|img|input|picture|press(?: here)?|tap)$/

/** A button, a field or a group of choices that says nothing of itself. WCAG 2.2 SC 1.3.1, 3.3.2 and 4.1.2, failure F68. */
export const controlName = rule({
  id: 'control-name',
  severity: 'error',
  wcag: ['1.3.1', '3.3.2', '4.1.2'],
  why: 'Whoever listens to a page hears “button” or “edit”, and cannot know what to press or what to write.',
  on: {
    markup: markup => {
      const labels = labelsByField(markup)
      const seconds = loneSeconds(markup)
      return markup.elements.flatMap((seen): Finding[] => {
        const { element, place } = seen
        if (isForTheEye(element) && said(element, 'tabIndex') === null) return []
        const group: Finding[] = seconds.has(element) ? [{ message: apart, place, severity: 'warning' }] : []
        return [...ofButton(seen), ...ofField(seen, labels), ...ofLabel(seen), ...group]
      })
    },
  },
  examples: {
    fail: ['Search for a club.\n\n<button></button>', '<div><input type="text"></div>'],
    pass: ['Search for a club.\n\n<button>Search</button>'],
    html: {
      fail: [
        '<p><button></button></p>',
        '<p><button><i class="icon-search"></i></button></p>',
        '<p><input type="button"></p>',
        '<p><input type="image" src="go.png" alt=""></p>',
        '<p><input type="image" src="go.png" alt="click"></p>',
        '<p><span role="button" tabindex="0"></span></p>',
        '<form>Postcode <input name="postcode"></form>',
        '<form><input name="postcode" placeholder="Your postcode"></form>',
        '<form><select name="area"><option>Leigh</option></select></form>',
        '<form><label for="area">Area</label><textarea id="other"></textarea></form>',
        '<form><label for="area"></label><input id="area" title="Area"></form>',
        '<form><fieldset><label><input type="radio" name="age"> Under 5</label></fieldset></form>',
        '<form><fieldset><legend> </legend><label><input type="radio" name="age"> Under 5</label></fieldset></form>',
        '<form><p>Age</p><label><input type="radio" name="age"> Under 5</label> <label><input type="radio" name="age"> 5 to 11</label></form>',
      ],
      pass: [
        '<p><button>Search</button> <button aria-label="Close"><i class="icon-x"></i></button></p>',
        '<p><button><img src="go.png" alt="Search"></button> <button title="Search"></button></p>',
        '<p><input type="submit"> <input type="button" value="Print"> <input type="hidden" name="a"></p>',
        '<p><input type="image" src="go.png" alt="Search the clubs"></p>',
        '<form><label for="area">Area</label> <input id="area" placeholder="SS2"></form>',
        '<form><label>Area <select name="area"><option>Leigh</option></select></label></form>',
        '<form><h2 id="why">Why are you asking?</h2><textarea aria-labelledby="why"></textarea></form>',
        '<form><input aria-label="Postcode" name="postcode"><div hidden><input name="trap"></div></form>',
        '<form><fieldset><legend>Age</legend><label><input type="radio" name="age"> Under 5</label> <label><input type="radio" name="age"> 5 to 11</label></fieldset></form>',
        '<form><div role="group" aria-label="Age"><label><input type="radio" name="age"> Under 5</label> <label><input type="radio" name="age"> 5 to 11</label></div></form>',
        '<form><label><input type="checkbox" name="agree"> I agree</label></form>',
      ],
    },
  },
})

function ofButton({ element, tag, named, place }: MarkupElement): Finding[] {
  const type = (said(element, 'type') ?? '').toLowerCase()
  const isPicture = tag === 'input' && type === 'image'
  const isButton = tag === 'button' || roleOf(element) === 'button' || (tag === 'input' && type === 'button')
  if (!isPicture && !isButton) return []
  const own = isPicture ? said(element, 'alt') : tag === 'input' ? said(element, 'value') : null
  // A picture without any alternative is told of with the other pictures.
  if (isPicture && own === null) return []
  const name = nameOf(element, named) || tidy(own ?? '')
  if (name === '') return [{ message: 'This button has no words.', place }]
  return hollow.test(plainly(name)) ? [{ message: `“${name}” does not say what this button does.`, place }] : []
}

function ofField(
  { element, tag, around, named, place }: MarkupElement,
  labels: ReadonlyMap<string, string>,
): Finding[] {
  const type = (said(element, 'type') ?? 'text').toLowerCase()
  const isField =
    tag === 'select' || tag === 'textarea' || (tag === 'input' && !valued.has(type) && !/^(?:button|image)$/.test(type))
  if (!isField) return []
  const wrapped = around.filter(({ tagName }) => tagName === 'label').map(label => wordsAround(label, element))
  const own = said(element, 'ariaLabelledBy') || said(element, 'ariaLabel') || said(element, 'title')
  // The words in a field are its content and not its name: only what is said of it counts.
  const name = own ? nameOf({ ...element, children: [] }, named) : ''
  if (tidy([name, ...wrapped, labels.get(said(element, 'id') ?? '') ?? ''].join(' ')) !== '') return []
  const placeholder = tidy(said(element, 'placeholder') ?? '')
  const message =
    placeholder === ''
      ? 'This field has no label, so nobody is told what to write or choose.'
      : `“${placeholder}” stands in the field and goes away with the first letter. Put a label before it.`
  return [{ message, place }]
}

/** What a label says besides the field in it: the choices of a list are no name of it. */
function wordsAround(label: Element, field: Element): string {
  const without = (element: Element): Element => ({ ...element, children: element.children.flatMap(kept) })
  const kept = (child: ElementContent): ElementContent[] => {
    if (child === field) return []
    return [child.type === 'element' ? without(child) : child]
  }
  return nameOf(without(label), new Map())
}

function labelsByField({ elements }: Markup): Map<string, string> {
  const labels = new Map<string, string>()
  for (const { element, tag, named } of elements) {
    const field = tag === 'label' ? said(element, 'htmlFor') : null
    if (field !== null) labels.set(field, `${labels.get(field) ?? ''} ${nameOf(element, named)}`)
  }
  return labels
}

function ofLabel({ element, tag, named, place }: MarkupElement): Finding[] {
  if (tag === 'label' && nameOf(element, named) === '')
    return [{ message: 'This label has no words.', place, severity: 'warning' }]
  if (tag !== 'fieldset' || isNamed(element)) return []
  return [{ message: 'Nothing says what this group of fields is about: it has no legend.', place, severity: 'warning' }]
}

function isNamed(element: Element): boolean {
  const labelled = said(element, 'ariaLabel') || said(element, 'ariaLabelledBy')
  return Boolean(labelled) || within(element, 'legend').some(legend => wordsOf(legend) !== '')
}

/** Of the choices that share a name, and so a question, with nothing around them to say it: the second, where it is told once. */
function loneSeconds({ elements }: Markup): Set<Element> {
  const met = new Map<Element | undefined, Set<string>>()
  const seconds = new Map<string, Element>()
  for (const { element, tag, around } of elements) {
    const name =
      tag === 'input' && choices.has((said(element, 'type') ?? '').toLowerCase()) ? said(element, 'name') : null
    if (name === null || around.some(isGroup)) continue
    const form = around.find(({ tagName }) => tagName === 'form')
    const names = met.get(form) ?? new Set()
    met.set(form, names)
    if (names.has(name) && !seconds.has(name)) seconds.set(name, element)
    names.add(name)
  }
  return new Set(seconds.values())
}

function isGroup(element: Element): boolean {
  return element.tagName === 'fieldset' || /^(?:group|radiogroup)$/.test(roleOf(element))
}

const apart =
  'These choices belong together, and nothing says so: put them in a fieldset with the question as its legend.'

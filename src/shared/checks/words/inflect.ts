/** The forms of an English verb that a list of phrases needs: regular ones by rule, the others from the list. */

export const verbForms = ['base', 's', 'past', 'ing'] as const
export type VerbForm = (typeof verbForms)[number]

const irregular: Readonly<Record<string, readonly [past: string, ing?: string]>> = {
  begin: ['began'],
  buy: ['bought'],
  deal: ['dealt'],
  do: ['did'],
  find: ['found'],
  get: ['got', 'getting'],
  give: ['gave'],
  hold: ['held'],
  keep: ['kept'],
  make: ['made'],
  meet: ['met'],
  pay: ['paid'],
  plan: ['planned', 'planning'],
  put: ['put', 'putting'],
  refer: ['referred', 'referring'],
  run: ['ran', 'running'],
  say: ['said'],
  send: ['sent'],
  set: ['set', 'setting'],
  show: ['showed'],
  stop: ['stopped', 'stopping'],
  suffer: ['suffered'],
  take: ['took'],
  tell: ['told'],
  think: ['thought'],
  undertake: ['undertook'],
}

/** “find out” is “finding out”: the first word of several changes. */
export function inflected(phrase: string, form: VerbForm): string {
  const [verb = '', ...rest] = phrase.split(' ')
  return [formOf(verb, form), ...rest].join(' ')
}

function formOf(verb: string, form: VerbForm): string {
  const [past, ing] = irregular[verb] ?? []
  if (form === 'base') return verb
  if (form === 's') return /(?:[sxz]|[cs]h|o)$/.test(verb) ? `${verb}es` : `${verb.replace(/([^aeiou])y$/, '$1ie')}s`
  if (form === 'past') return past ?? (verb.endsWith('e') ? `${verb}d` : `${verb.replace(/([^aeiou])y$/, '$1i')}ed`)
  return ing ?? `${verb.replace(/([^e])e$/, '$1')}ing`
}

import type { Prose } from '../bench/prose.ts'

/**
 * Sentences that have as little in common as those of real paragraphs. Those of the bench are made from nine patterns, so
 * that two of them look like one that was edited.
 */
export function randomSentence(prose: Prose): string {
  const words = Array.from({ length: 5 + prose.number(9) }, () => prose.pick(prose.number(4) === 0 ? small : large))
  const [first = '', ...others] = words
  return `${first.slice(0, 1).toUpperCase()}${[first.slice(1), ...others].join(' ')}.`
}

export function randomPhrase(prose: Prose): string {
  return [prose.pick(large), prose.pick(small), prose.pick(large), prose.pick(large)].join(' ')
}

const small = 'the a of to and in for with on at from your our their by as or if when who'.split(' ')
const large = `school nursery college family child young person plan help support travel bus taxi money benefit
  health doctor nurse therapy speech language hearing sight autism dyslexia assessment review meeting letter email phone
  team office council officer volunteer club group swimming music football garden library museum park beach respite break
  holiday weekend evening morning autumn spring summer winter term year month week day hour minute age birth adult parent
  carer sister brother grandparent friend neighbour teacher tutor coach mentor adviser solicitor judge appeal tribunal
  mediation complaint question answer form page list map price cost fee grant loan budget bank house home flat room door
  ramp lift toilet kitchen bed chair table computer tablet camera picture symbol sign word story book paper pencil paint
  colour light noise quiet calm busy early late quick slow easy hard safe free open closed local national new old first
  last next other many few more less apply ask tell write read call visit bring carry choose change check decide explain
  find follow get give hear keep learn leave listen live look make meet move need offer pay plan play share show sleep
  speak start stay stop talk teach think train travel try understand use wait walk want watch work worry`.split(/\s+/)

import type { Coverage, RequirementView } from '../../shared/contract/index.ts'
import type { Tone } from '../words/states.ts'

type Status = Coverage['requirements'][number]['status']
type GapStatus = Coverage['gaps'][number]['status']

export const statusWords: Readonly<Record<Status, { word: string; tone: Tone }>> = {
  yes: { word: 'Yes', tone: 'good' },
  limited: { word: 'In part', tone: 'warn' },
  no: { word: 'No', tone: 'stop' },
  'not-by-pages': { word: 'To be judged', tone: 'plain' },
}

export const gapWords: Readonly<Record<GapStatus, { word: string; tone: Tone }>> = {
  closed: { word: 'Closed', tone: 'good' },
  'in-part': { word: 'In part', tone: 'warn' },
  open: { word: 'Open', tone: 'stop' },
}

/** How a requirement is met, where it is not met by pages. */
export const kindWords: Readonly<Record<RequirementView['kind'], string>> = {
  content: '',
  'whole-offer': 'Judged across the whole site.',
  process: 'Met by something done, with evidence kept; not by a page alone.',
}

/** How sure we are that the checklist really asks this. */
export function confidenceWords({ confidence, seenIn }: Pick<RequirementView, 'confidence' | 'seenIn'>): string {
  const seen = seenIn.map(title => `“${title}”`).join(' and ')
  if (confidence === 'verified') return seen === '' ? 'Seen in a source' : `Seen in ${seen}`
  return seen === ''
    ? 'Our reconstruction, not seen in a source'
    : `Our reconstruction; its subject was seen in ${seen}`
}

/** The law and guidance that a requirement refers to, and whether the numbers were seen. */
export function refsWords({ refs, refsConfidence }: Pick<RequirementView, 'refs' | 'refsConfidence'>): string {
  if (refs.length === 0) return ''
  return refsConfidence === 'verified' ? refs.join('; ') : `${refs.join('; ')} (number to confirm against your copy)`
}

/** “SE7 template 2026” of `SE7_template-2026.xlsx`. */
export function listNameOf(file: string): string {
  return file
    .replace(/\.[^.]*$/, '')
    .replace(/[_-]+/g, ' ')
    .trim()
}

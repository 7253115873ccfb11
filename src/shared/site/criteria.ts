/**
 * Success criteria of WCAG 2.2, levels A and AA, that words, pictures and blocks of a page can fail and that a program can
 * see: W3C's own name for each, and what it means for a family that meets it. What is not here counts in no statement.
 */
export interface Criterion {
  name: string
  says: string
}

export const criteria: ReadonlyMap<string, Criterion> = new Map(
  Object.entries({
    '1.1.1': {
      name: 'Non-text content',
      says: 'Pictures have no description, or none that helps somebody who cannot see them.',
    },
    '1.2.1': { name: 'Audio-only and video-only', says: 'A recording has no words to read instead.' },
    '1.2.2': { name: 'Captions', says: 'A video has no captions.' },
    '1.3.1': {
      name: 'Info and relationships',
      says: 'Headings, lists or tables only look like it, so a screen reader cannot say what belongs together.',
    },
    '1.3.2': { name: 'Meaningful sequence', says: 'A screen reader may read words in the wrong order.' },
    '1.3.3': { name: 'Sensory characteristics', says: 'Something is explained by its shape, size or place alone.' },
    '1.3.5': { name: 'Identify input purpose', says: 'A browser cannot fill in a form by itself.' },
    '1.4.1': { name: 'Use of colour', says: 'Something is said by its colour alone.' },
    '1.4.2': { name: 'Audio control', says: 'Sound starts by itself.' },
    '1.4.3': { name: 'Contrast (minimum)', says: 'Words are hard to tell from what is behind them.' },
    '1.4.4': { name: 'Resize text', says: 'The page cannot be made larger.' },
    '1.4.5': { name: 'Images of text', says: 'A picture shows words that nobody can enlarge or have read out.' },
    '1.4.12': { name: 'Text spacing', says: 'Words cannot be set further apart.' },
    '2.1.1': { name: 'Keyboard', says: 'Something cannot be used with a keyboard alone.' },
    '2.2.1': { name: 'Timing adjustable', says: 'The page changes before everybody has read it.' },
    '2.2.2': { name: 'Pause, stop, hide', says: 'Something moves and cannot be stopped.' },
    '2.4.1': { name: 'Bypass blocks', says: 'What is the same on every page cannot be left out with a screen reader.' },
    '2.4.2': { name: 'Page titled', says: 'The title does not say what the page is about.' },
    '2.4.3': { name: 'Focus order', says: 'With a keyboard, things come in an odd order.' },
    '2.4.4': { name: 'Link purpose (in context)', says: 'Links do not say where they lead.' },
    '2.4.6': { name: 'Headings and labels', says: 'Headings do not say what is under them.' },
    '2.5.8': { name: 'Target size (minimum)', says: 'Something to press is very small.' },
    '3.1.1': { name: 'Language of page', says: 'A screen reader is told the wrong language for a page.' },
    '3.1.2': {
      name: 'Language of parts',
      says: 'Words in another language are not marked, so a screen reader says them as if they were English.',
    },
    '3.2.4': { name: 'Consistent identification', says: 'The same words lead to different places.' },
    '3.3.2': { name: 'Labels or instructions', says: 'A field does not say what belongs in it.' },
    '4.1.2': {
      name: 'Name, role, value',
      says: 'Something to press or to read has no name that a screen reader can say.',
    },
  }),
)

/** Those that count in a statement, each once, in their order. */
export function countedCriteria(all: Iterable<string>): string[] {
  const found = new Set(all)
  return [...criteria.keys()].filter(criterion => found.has(criterion))
}

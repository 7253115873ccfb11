import type { Property } from './property.ts'

/** The site has a search of its own, and an index that it answers from. */
export const searchWorks: Property = {
  id: 'search-works',
  answers: ['SE7-EF-05', 'ST-QU-01'],
  measure({ published, built }) {
    if (published === 'never') return { status: 'no', why: 'Nothing is published yet, so nothing can be searched.' }
    if (built === null)
      return {
        status: 'limited',
        why: 'The site has a search; it was not built on this laptop, so its index was not looked at.',
      }
    const works = built.has('search/index.html') && [...built].some(path => path.startsWith('pagefind/'))
    return works
      ? { status: 'yes', why: 'Every page of the site has a search, and its index is there.' }
      : { status: 'no', why: 'The built site has no search index.' }
  },
}

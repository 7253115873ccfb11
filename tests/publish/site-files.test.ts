import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mediaIn } from '../../src/main/publish/site-files.ts'
import { couldShowMedia, entryAt } from '../../src/main/workspace/index.ts'
import { workspacePathSchema } from '../../src/shared/content/index.ts'
import { mediaNamesOf } from '../../src/shared/site/index.ts'
import { arbitraryMarkdown } from '../content/arbitrary-text.ts'
import { entry, ids, page } from '../site/site-of.ts'

/** Which pictures go live with a page is seen without reading its words where they can name none. */

const path = 'pages/education/a.md'
const read = (text: string) => entryAt(workspacePathSchema.parse(path), text)

/** Ways to write a picture's name, plain and in disguise. */
const named = fc.constantFrom(
  '::figure{src="media/hall.jpg" alt="A hall"}',
  '::figure{src="med&#105;a/hall.jpg" alt="A hall"}',
  '::figure{src="media&sol;hall.jpg" alt="A hall"}',
  '![A hall](media/hall.jpg)',
  '![A hall](media\\/hall.jpg)',
  '![A hall](&#109;edia/hall.jpg)',
  '![A hall][hall]\n\n[hall]: media/hall.jpg',
  '[The form](media/form.pdf)',
)

test('as many as their words name, however they write it', () => {
  let found = 0
  fc.assert(
    fc.property(fc.array(fc.oneof(arbitraryMarkdown, named), { maxLength: 3 }), fc.boolean(), (bodies, easyRead) => {
      const text = page(ids.moving, 'A', bodies.join('\n\n'), easyRead ? { easyRead: 'media/easy.pdf' } : {})
      const names = mediaNamesOf(entry(path, text))
      found += names.length
      expect(mediaIn(read(text))).toEqual(names)
    }),
    { numRuns: 100 },
  )
  expect(found).toBeGreaterThan(30)
})

test('most pages have nothing that could be one', () => {
  expect(couldShowMedia(read(page(ids.moving, 'A', 'By *bus*, see [there](page:x).')))).toBe(false)
})

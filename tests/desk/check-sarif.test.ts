import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { FileReport } from '../../src/main/command-line/index.ts'
import { checkInSarif } from '../../src/main/command-line/sarif.ts'
import * as desk from '../../src/main/desk/index.ts'
import { sarifTrouble } from '../command-line/sarif-schema.ts'
import { wordFile } from '../import/word-file.ts'
import { tempFolder } from '../workspace/temp-folder.ts'
import { closeLaptops, laptop, must } from './laptop.ts'

afterEach(closeLaptops)

const check = async (name: string, content: string | Uint8Array) => {
  const folder = await tempFolder({ [name]: content })
  const deps = { signal: new AbortController().signal, onProgress: () => undefined }
  const files: FileReport[] = []
  const { notSeen } = must(await desk.checkFiles([join(folder, name)], deps, file => files.push(file)))
  return sarifOf(files, notSeen)
}

function sarifOf(files: readonly FileReport[], notSeen: readonly string[]) {
  const sarif = checkInSarif('2.0.1')
  const text = files.map(sarif.file).join('')
  return JSON.parse(text + sarif.end({ summary: { errors: 0, warnings: 0, notices: 0 }, notSeen }))
}

const hard = 'See [click here](/x) & “this” by 03/04/2027.\n\n:::contact{name="Nobody" telephone="0"}\n:::\n'

describe('SARIF that fits the schema of 2.1.0', () => {
  test.each([
    ['of Markdown', 'a page (1) – ü.md', hard],
    ['of Markdown with details', 'page.md', `---\ntitle: Untitled\n---\n${hard}`],
    ['of a web page', 'page.html', '<html><title>New page</title><body><p><a href="x"></a><font color=red>STOP</font>'],
    [
      'of a Word document',
      'page.docx',
      wordFile([{ text: 'Ask [insert name] by 03/04/2027. Lorem ipsum dolor sit amet.' }]),
    ],
  ])('%s', async (_, name, content) => {
    const log = await check(name, content)
    expect(sarifTrouble(log)).toEqual([])
    expect(log.runs[0].results.length).toBeGreaterThan(0)
    expect(log.runs[0].invocations[0].toolExecutionNotifications[0].message.text).toContain('only all pages together')
  })

  test('of a workspace, with what is between its pages and of a section, and nothing that was not seen', async () => {
    const at = await laptop()
    const folder = join(at.session.workspace.root, 'pages/education')
    await mkdir(folder, { recursive: true })
    for (const name of ['a', 'b', 'c', 'd']) {
      await writeFile(
        join(folder, `${name}.md`),
        '---\ntitle: Travel to school\nsummary: Who can get help.\n---\nWords.\n',
      )
    }
    await at.session.workspace.refresh()
    at.session.checking.forget()
    const { files, notSeen } = await desk.checkWorkspace(at.session)
    const log = sarifOf(files, notSeen)
    expect(sarifTrouble(log)).toEqual([])
    const ids: string[] = log.runs[0].results.map((result: { ruleId: string }) => result.ruleId)
    expect(ids).toEqual(expect.arrayContaining(['title-same', 'section-start']))
    expect(log.runs[0].invocations[0].toolExecutionNotifications).toEqual([])
  })

  test('and the test can see what does not fit', async () => {
    const log = await check('page.md', hard)
    log.runs[0].results[0].level = 'grave'
    log.runs[0].results[0].locations[0].physicalLocation.region.startLine = 0
    expect(sarifTrouble(log)).toHaveLength(2)
  })
})

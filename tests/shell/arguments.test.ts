import { describe, expect, test } from 'vitest'
import { openWishIn } from '../../src/main/command-line/index.ts'
import { wishIn } from '../../src/main/shell/electron/arguments.ts'

describe('what Electron was started with', () => {
  test.each([
    [['electron', '/app'], false, []],
    [['electron', '/app', 'open', 'team'], false, ['open', 'team']],
    [['electron', '--inspect=0', '/app', 'open', 'team'], false, ['open', 'team']],
    [['electron', '/app', '--help'], false, ['--help']],
    [['signpost'], true, []],
    [['signpost', '--ozone-platform=x11', 'open', 'team'], true, ['open', 'team']],
    [['signpost', 'check', 'team', '--format', 'json'], true, ['check', 'team', '--format', 'json']],
    [['signpost', '--help'], true, ['--help']],
    [['signpost', 'team'], true, ['team']],
  ])('%j, installed %s, asks for %j', (argv, packaged, wish) => {
    expect(wishIn(argv, packaged)).toEqual(wish)
  })

  test.each([
    [['team'], { workspace: '/home/priya/team', shell: 'auto' }],
    [['--shell', 'electron'], { workspace: null, shell: 'electron' }],
    [['--shell=loopback', '/srv/team'], { workspace: '/srv/team', shell: 'loopback' }],
    [['--no-browser'], { workspace: null, shell: 'loopback', browser: false }],
    [['--port', '8123'], { shell: 'loopback', port: 8123 }],
    [[], { workspace: null, shell: 'auto' }],
  ])('open %j means %j', (words, wish) => {
    expect(openWishIn(words, '/home/priya')).toMatchObject(wish)
  })

  test.each([[['one', 'two']], [['--port', 'x']], [['--unknown']]])('open %j makes no sense', words => {
    expect(openWishIn(words, '/home/priya')).toBeNull()
  })
})

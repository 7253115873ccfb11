import { describe, expect, test } from 'vitest'
import { startCarelessShell } from '../electron-double/careless-shell.ts'
import { securityList } from '../electron-double/security-list.ts'
import { startElectronShell } from '../shell/electron-story.ts'

describe.each(securityList.map(promise => [promise.name, promise] as const))('%s', (_, { broken }) => {
  test('Signpost keeps it', async () => {
    const { double } = await startElectronShell()
    expect(double.state.contents).not.toEqual([])
    expect(await broken(double)).toEqual([])
  })

  test('a careless shell does not', async () => {
    expect(await broken(await startCarelessShell())).not.toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { familiesSee, stateOnScreen } from '../../src/renderer/editor/session/saving-words.ts'
import { instantSchema } from '../../src/shared/content/index.ts'
import { scene } from './page-scene.ts'

describe('what is said of the words on screen', () => {
  const july = { kind: 'version', since: instantSchema.parse('2026-07-01T09:00:00.000Z'), newest: true } as const
  const said = ({ session, clock }: ReturnType<typeof scene>) =>
    familiesSee(stateOnScreen(session.view.get()), july, new Date(clock.now()), 'UTC')

  it('is never that families see them, from the first new letter on', async () => {
    const it = scene({ body: 'One.', state: 'live' })
    expect(said(it)).toBe('Families see these words.')
    it.type(' Two.')
    expect(said(it)).toBe('Families see the version of 1 July.')
    it.disk.state = 'changed-since-approval'
    await it.session.save()
    expect(stateOnScreen(it.session.view.get())).toBe('changed-since-approval')
    expect(said(it)).toBe('Families see the version of 1 July.')
  })

  it('is that they are a draft where no version could be made, also when a colleague’s change came in meanwhile', async () => {
    const it = scene({ body: 'One.', state: 'live' })
    it.world.refuses = true
    it.type(' Two.')
    await it.session.save()
    await it.session.changedElsewhere()
    expect(stateOnScreen(it.session.view.get())).toBe('draft')
    expect(said(it)).toBe('Families see the version of 1 July.')
  })

  it('is that they are a draft where they were recovered, and live again once the version of them is', async () => {
    const it = scene({ body: 'One.', state: 'live', recovered: 'Signpost recovered what you typed.' })
    expect(stateOnScreen(it.session.view.get())).toBe('draft')
    await it.session.save()
    expect(said(it)).toBe('Families see these words.')
  })
})

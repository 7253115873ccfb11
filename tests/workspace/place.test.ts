import { describe, expect, test } from 'vitest'
import { clockNotice } from '../../src/main/workspace/clock.ts'
import { syncedBy } from '../../src/main/workspace/synced-folder.ts'
import { instantSchema } from '../../src/shared/content/index.ts'

describe('a folder that another program copies between computers', () => {
  test.each([
    ['/home/p/OneDrive/Local Offer', 'OneDrive'],
    ['/home/p/OneDrive - Southend Council/Local Offer', 'OneDrive'],
    ['/home/p/Dropbox/offer', 'Dropbox'],
    ['/home/p/Dropbox (Council)/offer', 'Dropbox'],
    ['/home/p/Library/Mobile Documents/com~apple~CloudDocs/offer', 'iCloud Drive'],
    ['/home/p/iCloudDrive/offer', 'iCloud Drive'],
    ['/home/p/Google Drive/offer', 'Google Drive'],
    ['/home/p/Library/CloudStorage/GoogleDrive-p@example.org/My Drive/offer', 'Google Drive'],
    ['/home/p/Documents/offer', null],
    ['/home/p/Boxes/offer', null],
    ['/home/p/What Dropbox is for/offer', null],
  ])('%s: %s', (folder, name) => {
    expect(syncedBy(folder, {}, '/home/p')).toBe(name)
  })

  test('is known by Windows’ own variable, whatever it is called, and somebody may be called Box', () => {
    expect(syncedBy('/srv/council files/offer', { OneDriveCommercial: '/srv/council files' }, '/home/p')).toBe(
      'OneDrive',
    )
    expect(syncedBy('/home/box/offer', {}, '/home/box')).toBeNull()
  })
})

describe('a clock that is wrong', () => {
  const newest = instantSchema.parse('2026-11-22T10:42:00.000Z')
  test('is told when the newest version comes from its future', () => {
    const notice = clockNotice(new Date('2026-11-20T10:00:00Z'), newest)
    expect(notice).toContain('20 November 2026')
    expect(notice).toContain('check the date and time in this laptop’s settings')
    expect(notice).toContain('If they are right, ask whoever made that version to check theirs.')
  })
  test.each(['2026-11-22T10:35:00Z', '2026-11-22T10:42:00Z', '2027-01-01T00:00:00Z'])('says nothing at %s', now => {
    expect(clockNotice(new Date(now), newest)).toBeNull()
  })
  test('says nothing of a workspace without versions', () => {
    expect(clockNotice(new Date(0), null)).toBeNull()
  })
})

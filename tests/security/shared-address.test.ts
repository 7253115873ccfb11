import { expect, test } from 'vitest'
import { readAddress } from '../../src/main/git/address.ts'

/** Addresses are copied from git hosts with a token in them. None of it may come to lie in the workspace's settings. */
test.each([
  'ghp_0123456789abcdefghijABCDEFGHIJ012345',
  'github_pat_0123456789abcdefghijABCDEFGHIJ',
  'glpat-0123456789abcdefghij',
  '0123456789abcdef0123456789abcdef01234567',
  'x'.repeat(52),
  'line%0abreak',
  '%E0%A4%A',
])('a token where the name should be is not kept: %s', secret => {
  for (const user of [secret, `${secret}:`, `${secret}:x-oauth-basic`]) {
    const read = readAddress(`https://${user}@git.example.org/offer.git`)
    expect(read).toEqual({ kind: 'address', url: 'https://git.example.org/offer.git', username: 'signpost' })
  }
})

test.each([
  ['priya', 'priya'],
  ['priya.shah%40example.org', 'priya.shah@example.org'],
  ['x-access-token:ghp_0123456789', 'x-access-token'],
  ['oauth2:glpat-0123456789', 'oauth2'],
])('a name is kept, and what stands beside it is not: %s', (user, username) => {
  const read = readAddress(`https://${user}@git.example.org/offer.git?token=secret#secret`)
  expect(read).toEqual({ kind: 'address', url: 'https://git.example.org/offer.git', username })
})

import { siteRule } from '../site-rule.ts'

/** A page in the care of somebody who is not in the team: as good as nobody's. */
export const ownerUnknown = siteRule({
  id: 'owner-unknown',
  severity: 'notice',
  wcag: [],
  source: 'SEND Code of Practice 2015, chapter 4: the Local Offer is kept up to date',
  why: 'A page that nobody in the team looks after goes out of date without anybody noticing.',
  look({ config, entries }) {
    const team = new Set(config.team.map(({ email }) => plain(email)))
    if (team.size === 0) return []
    return entries
      .filter(({ fields: { owner } }) => plain(owner) !== '' && !team.has(plain(owner)))
      .map(about => ({
        about,
        field: 'owner',
        message: `${about.fields.owner.trim()} looks after this, and is not in the team.`,
      }))
  },
  examples: {
    fail: [
      { team: ['priya@example.org'], files: { 'pages/health/sleep.md': 'title: Sleep\nowner: left@example.org' } },
    ],
    pass: [
      { team: ['priya@example.org'], files: { 'pages/health/sleep.md': 'title: Sleep\nowner: Priya@Example.org' } },
      // That nobody looks after it at all is another problem, of the page itself.
      { team: ['priya@example.org'], files: { 'pages/health/sleep.md': 'title: Sleep' } },
      { team: [], files: { 'pages/health/sleep.md': 'title: Sleep\nowner: left@example.org' } },
    ],
  },
})

function plain(address: string): string {
  return address.trim().toLowerCase()
}

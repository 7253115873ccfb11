import { type Instant, instantSchema, type SiteConfig, siteConfigSchema } from '../../../src/shared/content/index.ts'
import type { Person } from '../../../src/shared/review/records.ts'

export const priya: Person = { name: 'Priya Nair', email: 'priya@example.org' }
export const sam: Person = { name: 'Sam Oduya', email: 'sam@example.org' }
export const danny: Person = { name: 'Danny Webb', email: 'danny@example.org' }

const host = {
  host: 'web.example.org',
  port: 22,
  user: 'offer',
  folder: '/srv/offer',
  hostKey: 'ssh-ed25519 SHA256:7bXk0Qw2mJr9uYcT5vNeL1sZdPaHgF3iOoR8xVtBnU4',
}

export const config: SiteConfig = siteConfigSchema.parse({
  signpost: 1,
  name: 'Southend Local Offer',
  council: 'Southend-on-Sea City Council',
  sections: [
    { slug: 'education', title: 'Education', summary: 'Nurseries, schools and colleges' },
    { slug: 'health', title: 'Health', summary: 'Clinics, therapies and wellbeing' },
    { slug: 'social-care', title: 'Social care', summary: 'Short breaks and help at home' },
    { slug: 'preparing-for-adulthood', title: 'Preparing for adulthood', summary: 'From 14 to 25' },
  ],
  team: [
    { ...priya, roles: ['writer', 'publisher'] },
    { ...sam, roles: ['writer'] },
    { ...danny, roles: ['reviewer'] },
  ],
  publish: {
    url: 'https://localoffer.example.org',
    targets: [
      { kind: 'branch', branch: 'site' },
      { kind: 'sftp', ...host },
    ],
  },
})

export const webHost = { ...host, secretKept: 'none' as const }

/** A moment so many minutes before the test runs: “today”, “yesterday” and “2 minutes ago” stay true. */
export function minutesAgo(minutes: number): Instant {
  return instantSchema.parse(new Date(Date.now() - minutes * 60_000).toISOString())
}

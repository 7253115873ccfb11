import { expect } from 'vitest'
import type { ScreenPlace } from './look.ts'
import { goTo, press, sees } from './screen.ts'

/** What families said, and the reports. */
export const evidencePlaces: readonly ScreenPlace[] = [
  {
    name: 'families’ comments',
    go: async page => {
      await goTo(page, 'Families’ comments')
      await sees(page, 'list', 'Comments, newest first')
    },
  },
  {
    name: 'logging a comment in which somebody can be recognised',
    go: async page => {
      await press(page, 'Log a comment')
      await page.getByRole('textbox', { name: 'What they said' }).fill('Ring my son Jack on 07700 900123.')
      await page.getByText('is a telephone number').waitFor()
    },
  },
  {
    name: 'a file of comments that is looked at first',
    go: async page => {
      await press(page, 'Bring in a file…')
      const buffer = Buffer.from('Date,Comment\n2026-01-02,A good page.\n,No day\n')
      await page.locator('input[type=file]').setInputFiles({ name: 'survey.csv', mimeType: 'text/csv', buffer })
      await page.getByText('There is no date in this row.').waitFor()
    },
  },
  {
    name: 'one comment',
    go: async page => {
      await page.getByRole('link', { name: /^I looked for an hour/ }).click()
      await sees(page, 'heading', 'You said, we did')
    },
  },
  {
    name: 'leaving a comment out',
    go: async page => {
      await goTo(page, 'Families’ comments')
      await page.getByRole('link', { name: /^A grandparent asked/ }).click()
      await press(page, 'Leave it out…')
    },
  },
  {
    name: 'reports',
    go: async page => {
      await goTo(page, 'Reports')
      await sees(page, 'heading', 'Begun already')
    },
  },
  {
    name: 'a report with the team’s own words',
    picture: 'reports',
    go: async page => {
      const button = page.getByRole('button', { name: /^Go on Monitoring report/ })
      const since = /from (\d+)/.exec((await button.textContent()) ?? '')?.[1] ?? 'none'
      await button.click()
      // The button is gone, and the fields name the report that it opened.
      await page.locator('section[aria-label="What is reported"]:focus').waitFor()
      expect(Number((await page.getByLabel('From', { exact: true }).inputValue()).split(' ')[0])).toBe(Number(since))
      await sees(page, 'table', 'What families read, by section: checked in time or late')
    },
  },
  {
    name: 'what a number was counted from',
    go: async page => {
      await press(page, /Pages on the site, How many/)
      await sees(page, 'region', 'What it was counted from')
    },
  },
]

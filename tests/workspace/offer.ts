import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openWorkspace, type Workspace, type WorkspaceDeps } from '../../src/main/workspace/index.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import { tempFolder, write } from './temp-folder.ts'

export const resourcesDir = join(import.meta.dirname, '../../resources')
export const at = new Date('2026-11-22T10:42:00Z')
export const now = () => at

export const ids = {
  travel: '01K9ZQ4T8MJ5W3XB7C2D6E8F9G',
  moving: '01K9ZQ4T8MJ5W3XB7C2D6E8F9H',
  club: '01K9ZQ4T8MJ5W3XB7C2D6E8F9J',
} as const

export const settings = `signpost: 1
name: Southend Local Offer
sections:
  - slug: education
    title: Education
  - slug: health
    title: Health
`

export const travel = `---
id: ${ids.travel}
title: Help with travel to school
summary: Who can get free travel, and how to ask for it.
# asked by the parent carer forum
audience:
  - parents
colour: blue
---

Some children can get free travel to school.

## How to ask

Fill in the form, or telephone [the travel team](page:${ids.moving}).
`

export const moving = `---
id: ${ids.moving}
title: Moving into Southend with an EHC plan
---

Tell us before you move. A caseworker will ring you about the children’s café.
`

export const club = `---
id: ${ids.club}
title: Saturday swimming club
organization: Example Swimmers
postcode: SS1 1AA
---

A calm hour in the small pool.
`

/** A small Local Offer in a real folder. */
export const offer = {
  'signpost.yml': settings,
  'pages/education/travel.md': travel,
  'pages/education/moving.md': moving,
  'services/swimming.md': club,
}

export interface Opened {
  root: string
  deps: WorkspaceDeps
  workspace: Workspace
}

export async function openOffer(
  files: Readonly<Record<string, string | Uint8Array>> = {},
  deps: Partial<WorkspaceDeps> = {},
): Promise<Opened> {
  const root = await tempFolder(offer)
  await write(root, files)
  const all = { data: await tempFolder(), resourcesDir, now, ...deps }
  return { root, deps: all, workspace: await opened(root, all) }
}

export async function opened(root: string, deps: WorkspaceDeps): Promise<Workspace> {
  const workspace = await openWorkspace(root, deps)
  if (isRefusal(workspace)) throw new Error(workspace.sentence)
  onTestFinished(() => workspace.close())
  return workspace
}

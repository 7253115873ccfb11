import { useQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type { Opened } from '../../shared/contract/index.ts'
import { orpc } from './api.ts'

/** Who and what this window talks to: the first question of every window. */
export function useHello() {
  return useQuery(orpc.start.hello.queryOptions({ staleTime: Number.POSITIVE_INFINITY }))
}

const OpenedContext = createContext<Opened | null>(null)
export const OpenedProvider = OpenedContext.Provider

/** The open workspace. Every place but the start stands inside one. */
export function useOpened(): Opened {
  const opened = useContext(OpenedContext)
  if (opened === null) throw new Error('This place stands inside an open workspace.')
  return opened
}

/** The name that the team knows somebody by; their address where the team does not list them. */
export function useNameOf(): (email: string) => string {
  const { config } = useOpened()
  return email => config.team.find(member => member.email === email)?.name ?? email
}

/** The title of a section by its folder. */
export function useSectionTitle(): (slug: string) => string {
  const { config } = useOpened()
  return slug => config.sections.find(section => section.slug === slug)?.title ?? slug
}

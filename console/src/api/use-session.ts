import type { ConsoleSession } from '@accord/shared/schemas'
import { useQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { useHost } from '../host/console-host.ts'

export const SESSION_KEY = ['session'] as const

export function useSessionQuery() {
  const host = useHost()
  return useQuery({
    queryKey: SESSION_KEY,
    queryFn: ({ signal }) => host.call('readSession', { signal }),
    staleTime: 30_000,
  })
}

export const SessionContext = createContext<ConsoleSession | null>(null)

/** Who is logged in; only below the session gate. */
export function useSession(): ConsoleSession {
  const session = useContext(SessionContext)
  if (!session) throw new Error('No session outside the session gate')
  return session
}

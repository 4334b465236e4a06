import type { ConsoleSession } from '@accord/shared/schemas'
import { QueryClient } from '@tanstack/react-query'
import { SESSION_KEY } from '../api/use-session.ts'

/** A refusal is shown at once, with its remedy; what should be tried again says so and is polled or has a button. */
export function createQueryClient(session?: ConsoleSession): QueryClient {
  const queries = new QueryClient({
    defaultOptions: {
      queries: { retry: false, networkMode: 'always', refetchOnWindowFocus: true },
      mutations: { retry: false, networkMode: 'always', gcTime: 0 },
    },
  })
  if (session) queries.setQueryData(SESSION_KEY, session)
  return queries
}

import { QueryClient } from '@tanstack/react-query'

/** A refusal is shown at once, with its remedy; what should be tried again says so and is polled or has a button. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: false, networkMode: 'always', refetchOnWindowFocus: true },
      mutations: { retry: false, networkMode: 'always', gcTime: 0 },
    },
  })

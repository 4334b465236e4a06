import { useDebouncedValue } from '@mantine/hooks'
import { LIMITS } from '@accord/shared/protocol'
import { useQuery } from '@tanstack/react-query'
import { useHost } from '../host/console-host.ts'

const TYPING_PAUSE_MS = 300

interface NameVerdict {
  readonly verdict: 'none' | 'checking' | 'free' | 'taken'
  readonly suggestion: string | null
}

/** Is this connection name free? Asked when the typing pauses; without an answer nothing is claimed. */
export function useNameCheck(typed: string): NameVerdict {
  const host = useHost()
  const name = typed.trim()
  const [paused] = useDebouncedValue(name, TYPING_PAUSE_MS)
  const isAskable = name !== '' && name.length <= LIMITS.connectionNameChars
  const { data, isFetching } = useQuery({
    queryKey: ['name-check', paused],
    queryFn: ({ signal }) => host.call('checkConnectionName', { body: { name: paused }, signal }),
    enabled: isAskable && paused !== '',
    staleTime: 0,
    gcTime: 0,
  })
  if (!isAskable) return { verdict: 'none', suggestion: null }
  if (paused !== name || isFetching) return { verdict: 'checking', suggestion: null }
  if (!data) return { verdict: 'none', suggestion: null }
  return { verdict: data.free ? 'free' : 'taken', suggestion: data.suggestion }
}

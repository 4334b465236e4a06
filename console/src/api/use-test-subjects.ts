import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useHost } from '../host/console-host.ts'

const TYPING_PAUSE_MS = 400

/** A record by what people call it, and what it is about. */
export interface FoundRecord {
  readonly key: string
  readonly text: string
}

/** Records to run a draft on: the newest that match the condition or, once something is typed, any of the table that has it. */
export function useFoundRecords(connectionId: string, table: string, query: string, words: string, enabled: boolean) {
  const host = useHost()
  const [paused] = useDebouncedValue(words.trim(), TYPING_PAUSE_MS)
  const { data, isFetching, error } = useQuery({
    queryKey: ['test-records', connectionId, table, query, paused],
    queryFn: ({ signal }) =>
      host.call('checkTrigger', {
        params: { connectionId },
        body: paused === '' ? { table, query } : { table, query: '', words: paused },
        signal,
      }),
    enabled,
    retry: false,
    gcTime: 0,
    placeholderData: (known) => known,
  })
  const records = (data?.newest ?? []).map((key, at): FoundRecord => ({ key, text: data?.texts[at] ?? '' }))
  return { records, isFetching: isFetching || paused !== words.trim(), isRefused: error !== null }
}

/** The messages of the other side on which a draft can be run. */
export function useReceivedMessages(connectionId: string, enabled: boolean) {
  const host = useHost()
  const { data, error, refetch } = useQuery({
    queryKey: ['received-messages', connectionId],
    queryFn: ({ signal }) => host.call('listReceivedMessages', { params: { connectionId }, signal }),
    enabled,
  })
  return { received: data, error, refetch }
}

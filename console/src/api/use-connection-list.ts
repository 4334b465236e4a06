import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ConnectionSnapshot, GroupCounts } from '@accord/shared/schemas'
import type { ConsoleHost } from '../host/console-host.ts'
import { useHost } from '../host/console-host.ts'
import { useLivePoll } from './live-poll.ts'

type Question = Readonly<Record<string, string>>

export interface ListPage {
  readonly connections: readonly ConnectionSnapshot[]
  /** Null on the last page. */
  readonly next: string | null
  readonly counts: GroupCounts | null
}

/** One page of connections, live; the page before stands until the new one is there. */
export function useConnectionList(question: Question, size: number) {
  const host = useHost()
  const refetchInterval = useLivePoll()
  return useQuery({
    queryKey: ['connections', question],
    queryFn: ({ signal }) => readPage(host, question, size, signal),
    refetchInterval,
    placeholderData: keepPreviousData,
  })
}

/** A search looks only so far in one call: it goes on until the page is full or there is no more to look at. */
async function readPage(host: ConsoleHost, question: Question, size: number, signal: AbortSignal): Promise<ListPage> {
  const ask = (query: Question) => host.call('listConnections', { query, signal })
  const first = await ask({ ...question, limit: String(size) })
  const connections = [...first.connections]
  let { next } = first
  while (next && connections.length < size && !signal.aborted) {
    const more = await ask({ ...question, counts: 'false', limit: String(size - connections.length), after: next })
    connections.push(...more.connections)
    next = more.next
  }
  return { connections, next: next ?? null, counts: first.counts ?? null }
}

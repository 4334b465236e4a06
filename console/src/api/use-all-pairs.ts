import { pairLines } from '@accord/shared/sync'
import type { SyncItem } from '@accord/shared/schemas'
import { useMutation } from '@tanstack/react-query'
import { useHost } from '../host/console-host.ts'

const PAGE = '200'

interface Page {
  readonly items: readonly SyncItem[]
  readonly next: string | null
}

/** Every pair as lines of a list, one page after the other; `onCount` hears how many there are so far. */
function useEveryPage(
  read: (query: Readonly<Record<string, string>>) => Promise<Page>,
  onCount: (count: number) => void,
) {
  return useMutation({
    mutationFn: async () => {
      const pages: Blob[] = []
      let count = 0
      for (let after: string | null | undefined; after !== null;) {
        const page = await read({ limit: PAGE, ...(after === undefined ? {} : { after }) })
        pages.push(new Blob([pairLines(page.items)]))
        count += page.items.length
        after = page.next
        onCount(count)
      }
      return pages
    },
  })
}

/** Those of a connection. */
export function useAllPairs(connectionId: string, onCount: (count: number) => void) {
  const host = useHost()
  return useEveryPage(
    (query) => host.call('listSyncItems', { params: { connectionId }, query: { filter: 'all', ...query } }),
    onCount,
  )
}

/** Those of the queue that is narrowed so. */
export function useAllQueued(question: Readonly<Record<string, string>>, onCount: (count: number) => void) {
  const host = useHost()
  return useEveryPage((query) => host.call('readSyncQueue', { query: { ...question, ...query } }), onCount)
}

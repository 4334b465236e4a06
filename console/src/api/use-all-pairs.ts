import type { SyncItem } from '@accord/shared/schemas'
import { useMutation } from '@tanstack/react-query'
import { useHost } from '../host/console-host.ts'

const PAGE = '200'

/** Every pair of a connection, one page after the other; `onCount` hears how many there are so far. */
export function useAllPairs(connectionId: string, onCount: (count: number) => void) {
  const host = useHost()
  return useMutation({
    mutationFn: async () => {
      const items: SyncItem[] = []
      for (let after: string | null | undefined; after !== null;) {
        const query = { limit: PAGE, filter: 'all', ...(after === undefined ? {} : { after }) }
        const page = await host.call('listSyncItems', { params: { connectionId }, query })
        items.push(...page.items)
        after = page.next
        onCount(items.length)
      }
      return items
    },
  })
}

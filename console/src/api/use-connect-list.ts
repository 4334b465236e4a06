import type { ConnectedList } from '@accord/shared/schemas'
import { listPages } from '@accord/shared/sync'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useHost } from '../host/console-host.ts'

interface Asked {
  readonly csv: string
  readonly isDryRun: boolean
}

/** A list of keys of any length, of which the node takes a part at a time. */
export function useConnectList(connectionId: string) {
  const host = useHost()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ csv, isDryRun }: Asked): Promise<ConnectedList> => {
      const rows: ConnectedList['rows'] = []
      for (const page of listPages(csv)) {
        const answer = await host.call('connectList', { params: { connectionId }, body: { csv: page.csv, isDryRun } })
        rows.push(...answer.rows.map((row) => ({ ...row, line: row.line + page.before })))
      }
      return { rows }
    },
    onSettled: () => queries.invalidateQueries(),
  })
}

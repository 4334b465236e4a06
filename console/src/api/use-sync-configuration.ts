import { useQuery } from '@tanstack/react-query'
import type { TemplateName } from '@accord/shared/sync'
import { useHost } from '../host/console-host.ts'
import { useNodePoll } from './live-poll.ts'

const REFRESH_MS = 5_000

/**
 * What this side has configured, asked again while the page is open: another admin may publish, the other side become ready.
 * `template`: what is begun with where nothing is published.
 */
export function useSyncConfiguration(connectionId: string, template?: TemplateName) {
  const host = useHost()
  const refetchInterval = useNodePoll(REFRESH_MS)
  return useQuery({
    queryKey: ['sync', connectionId, template],
    queryFn: ({ signal }) =>
      host.call('readSyncConfiguration', { params: { connectionId }, query: template ? { template } : {}, signal }),
    refetchInterval,
    // Of this connection only, until the other template is there.
    placeholderData: (known) => (known?.connectionId === connectionId ? known : undefined),
  })
}

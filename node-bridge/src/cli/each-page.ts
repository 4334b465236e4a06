import type { ConnectionList, ConnectionSnapshot } from '@accord/shared/schemas'

import type { NodeClient } from './node-client.ts'

/** The pages of a list of connections, one after the other. */
export async function* eachPage(
  node: NodeClient,
  query: Readonly<Record<string, string>>,
): AsyncGenerator<readonly ConnectionSnapshot[]> {
  let after: string | null | undefined = query['after']
  do {
    const page: ConnectionList = await node.call('listConnections', {
      query: { limit: '200', ...query, ...(after ? { after } : {}) },
    })
    yield page.connections
    after = page.next
  } while (after)
}

import { randomUUID } from 'node:crypto'

import type { BenchNode } from './bench-node.ts'

export interface Invited {
  readonly connectionId: string
  readonly code: string
}

/** What the admin of the source does. */
export async function invite({ client }: Pick<BenchNode, 'client'>): Promise<Invited> {
  const requestId = randomUUID()
  const { connection, code } = await client.call('initiateConnection', {
    body: {
      requestId,
      destinationUrl: null,
      mode: 'script',
      localShortName: 'A',
      remoteShortName: 'B',
      name: `Connection ${requestId}`,
      description: 'Incidents both ways',
      actor: 'bench',
    },
  })
  if (code === null) throw new Error('The source issued no code')
  return { connectionId: connection.id, code }
}

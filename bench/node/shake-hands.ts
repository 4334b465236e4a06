import type { ConnectionSnapshot } from '@accord/shared/schemas'

import type { BenchNode } from './bench-node.ts'
import { invite } from './invite.ts'

/** Tells when an instance has learnt that a connection is active. */
export interface ActiveWatch {
  untilActive(connectionId: string): Promise<void>
}

const GIVE_UP_MS = 60_000

export function watchActive({ instance }: BenchNode): ActiveWatch {
  const active = new Set<string>()
  const waiting = new Map<string, () => void>()
  instance.onEvent(({ id, state }: ConnectionSnapshot) => {
    if (state !== 'active') return
    active.add(id)
    waiting.get(id)?.()
  })
  return {
    untilActive: (id) =>
      new Promise((resolve, reject) => {
        if (active.has(id)) return resolve()
        const timer = setTimeout(() => reject(new Error(`${id} did not become active`)), GIVE_UP_MS)
        waiting.set(id, () => {
          clearTimeout(timer)
          waiting.delete(id)
          resolve()
        })
      }),
  }
}

/** Initiate, accept, active at both; ends when A's instance has learnt it. Milliseconds. */
export async function shakeHands(source: BenchNode, destination: BenchNode, watch: ActiveWatch): Promise<number> {
  const startedAt = performance.now()
  const { connectionId, code } = await invite(source)
  const { connection } = await destination.client.call('acceptInvitation', { body: { text: code, actor: 'bench' } })
  if (connection.state !== 'active') throw new Error(`The accepted connection is ${connection.state}`)
  await watch.untilActive(connectionId)
  return performance.now() - startedAt
}

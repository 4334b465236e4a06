import type { ConnectionSnapshot } from '@accord/shared/schemas'

import { eventually } from '../company/eventually.ts'
import { read } from './handshake.ts'
import type { Pair, Party } from './pair.ts'

interface BothIds {
  readonly sourceConnectionId: string
  readonly destinationConnectionId: string
}

/** Waits until both sides and both instances say that the connection is active. */
export async function untilBothActive({ source, destination }: Pair, ids: BothIds, withinMs = 60_000): Promise<void> {
  await untilState(destination, ids.destinationConnectionId, 'active', withinMs)
  await untilState(source, ids.sourceConnectionId, 'active', withinMs)
  await untilInstanceKnows(destination, ids.destinationConnectionId, 'active', withinMs)
  await untilInstanceKnows(source, ids.sourceConnectionId, 'active', withinMs)
}

export async function untilState(
  party: Party,
  connectionId: string,
  state: string,
  withinMs = 60_000,
): Promise<ConnectionSnapshot> {
  let last = ''
  return eventually(
    `${party.name}'s connection ${connectionId} becomes ${state}`,
    async () => {
      const snapshot = await read(party, connectionId)
      last = `It is ${snapshot.state} (${snapshot.stateReason?.code ?? 'no reason'}).`
      return snapshot.state === state ? snapshot : undefined
    },
    { withinMs, everyMs: 150, describe: () => last },
  )
}

async function untilInstanceKnows(party: Party, connectionId: string, state: string, withinMs: number): Promise<void> {
  const knows = () => party.instance.find(connectionId)?.state === state || undefined
  await eventually(`${party.name}'s instance learns that ${connectionId} is ${state}`, knows, { withinMs })
}

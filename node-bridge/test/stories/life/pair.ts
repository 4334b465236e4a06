import type { ConnectionSnapshot } from '@accord/shared/schemas'

import type { CalledOperation } from '../../faults/company/bridge-client.ts'
import { eventually } from '../../faults/company/eventually.ts'
import { accept, type Company, initiate, read, untilState } from '../company.ts'

/** An established connection, by the id that each side gives it. */
export interface Pair {
  readonly name: string
  readonly atSource: string
  readonly atDestination: string
}

export async function connect(source: Company, destination: Company, name?: string): Promise<Pair> {
  const { connection, code } = await initiate(source, name === undefined ? {} : { name })
  const accepted = await accept(destination, code)
  await untilState(source, connection.id, 'active')
  await eventually('the destination has confirmed', async () =>
    (await eventsOf(destination, accepted.id)).includes('confirmed') ? true : undefined,
  )
  return { name: connection.name, atSource: connection.id, atDestination: accepted.id }
}

type Action = Extract<CalledOperation, 'deactivateConnection' | 'activateConnection' | 'deleteConnection'>

export const act = async (company: Company, operation: Action, connectionId: string): Promise<ConnectionSnapshot> =>
  (await company.client.call(operation, { params: { connectionId }, body: { actor: 'abel.tuter' } })).connection

export const eventsOf = async (company: Company, connectionId: string): Promise<string[]> =>
  (await company.client.call('readConnection', { params: { connectionId } })).log.map(({ event }) => event)

/** Both sides' states, as `active/deactivated`. */
export const statesOf = async (source: Company, destination: Company, pair: Pair): Promise<string> =>
  `${(await read(source, pair.atSource)).state}/${(await read(destination, pair.atDestination)).state}`

export const untilStates = (source: Company, destination: Company, pair: Pair, states: string): Promise<true> =>
  eventually(`the two sides are ${states}`, async () =>
    (await statesOf(source, destination, pair)) === states ? true : undefined,
  )

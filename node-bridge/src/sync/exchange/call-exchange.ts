import { ExchangeAnswer, type ExchangeRequest } from '@accord/shared/schemas'

import { callPeer } from '../../peer-calls/signed-call.ts'
import type { ConnectionRecord } from '../../store/connections/connection-record.ts'
import { isSyncReady, keepReadiness } from '../items/readiness.ts'
import type { SyncContext } from '../items/sync-context.ts'

const EMPTY: ExchangeRequest = { messages: [], results: [], received: [], settled: [], refused: [], want: 0 }

interface Said extends Partial<Omit<ExchangeRequest, 'messages' | 'results'>> {
  readonly messages?: readonly string[]
  readonly results?: readonly string[]
}

/** One call of an exchange; lists that are not given are empty. Throws the refusals of the network and of the peer. */
export async function callExchange(
  context: SyncContext,
  connection: ConnectionRecord,
  { messages = [], results = [], ...said }: Said,
): Promise<ExchangeAnswer> {
  const { epoch } = context
  const ready = await isSyncReady(context.database.db, connection.id)
  const request: ExchangeRequest = { ...EMPTY, ...said, messages: [...messages], results: [...results], ready, epoch }
  const answer = await callPeer(context, connection, 'exchange', request, ExchangeAnswer)
  await keepReadiness(context, connection.id, { said: ready, peer: answer.ready, peerEpoch: answer.epoch })
  return answer
}

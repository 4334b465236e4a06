import { randomUUID } from 'node:crypto'
import { CONSOLE_CALLS } from '@accord/shared/contracts'
import { DEFAULT_API_BASE, INSTANCE_SYNC_API } from '@accord/shared/protocol'
import { openCallbackKey } from '../../../node-bridge/src/instance/callback-key.ts'
import { signForInstance } from '../../../node-bridge/src/instance/signed-callback.ts'
import { findPairing } from '../../../node-bridge/src/store/instance/pairings.ts'
import type { Company } from '../company.ts'
import type { Answer } from '../http-client.ts'
import type { TestInstance } from '../installed-instance.ts'
import { planOf } from './sync-instance.ts'

/** A call for sync as the node of this company signs it, to any instance. */
export async function callAsNodeOf(
  { bridge }: Company,
  { nobody }: TestInstance,
  name: keyof typeof INSTANCE_SYNC_API,
  content: object = {},
): Promise<Answer> {
  const { database, vault } = bridge.services.context
  const pairing = await findPairing(database.db)
  if (!pairing) throw new Error('The node is not paired')
  const key = openCallbackKey(vault, pairing.callbackKeySealed)
  const { body, headers } = signForInstance({ nonce: randomUUID(), ...content }, key, new Date())
  return nobody.send('POST', DEFAULT_API_BASE + INSTANCE_SYNC_API[name], { body, headers })
}

/** What a node leaves on its instance: a trigger, a pair, and a plan that waits, since no job runs meanwhile. Answers the record. */
export async function leaveWork(company: Company): Promise<string> {
  const { admin, mutate, simulator } = company.instance
  const opened = { table: 'incident', readFields: ['number', 'short_description'], writeFields: ['short_description'] }
  await admin.call('POST', CONSOLE_CALLS.putSyncUser.path, { roles: ['itil'] })
  await admin.call('POST', CONSOLE_CALLS.allowSyncAccess.path, { tables: [opened] })
  const { sys_id: record = '' } = await mutate('insert', 'incident', undefined, { short_description: 'As it was' })
  await simulator.settled()
  const pair = {
    pair: randomUUID(), connectionId: randomUUID(), table: 'incident', record, remoteKey: 'GLOBEX-7',
    remoteUrl: 'https://globex.example/7', state: 'linked', cause: '', lastInAt: null, lastOutAt: null,
  } // prettier-ignore
  simulator.timing.set({ paused: true })
  const watches = [{ id: randomUUID(), table: 'incident', query: 'active=true' }]
  const plans = [planOf({ record, version: 0, fields: { short_description: 'As it was wanted' } })]
  for (const [name, content] of [['watch', { watches }], ['pairs', { pairs: [pair], gone: [] }], ['apply', { plans }]] as const) {
    const { status, text } = await callAsNodeOf(company, company.instance, name, content)
    if (status !== 200) throw new Error(`${name} was answered ${status}: ${text}`)
  } // prettier-ignore
  return record
}

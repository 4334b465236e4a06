import { randomBytes, randomUUID } from 'node:crypto'
import { DEFAULT_API_BASE, INSTANCE_SYNC_API } from '@accord/shared/protocol'
import {
  CheckAnswer,
  ApplyAnswer,
  FindAnswer,
  type InstancePlan,
  PullAnswer,
  ReadAnswer,
  ScanAnswer,
  WatchAnswer,
} from '@accord/shared/schemas'
import { systemCaller } from '../../../instance-simulator/src/access/system-callers.ts'
import type { Row } from '../../../instance-simulator/src/contracts.ts'
import type { FaultRequest } from '../../../instance-simulator/src/faults/fault-kinds.ts'
import { TABLES } from '../../src/server/names.ts'
import { SYNC_USER } from '../../src/server/sync/names.ts'
import type { Answer } from '../http-client.ts'
import { installedInstance, paired, type TestInstance } from '../installed-instance.ts'
import { startScriptedNode, type ScriptedNode } from '../scripted-node.ts'

type SyncCall = keyof typeof INSTANCE_SYNC_API

/** An instance with the built package, and a node that calls it as the real one does: signed, over HTTP, without a login. */
export interface SyncInstance {
  readonly instance: TestInstance
  readonly node: ScriptedNode
  /** A signed call with a fresh nonce, whatever comes back. */
  send(call: SyncCall, body: object): Promise<Answer>
  read(...records: readonly { table: string; id: string; entriesSince?: string }[]): Promise<ReadAnswer['records']>
  check(condition: { table: string; query: string }): Promise<CheckAnswer>
  watch(...watches: readonly { table: string; query: string; id?: string }[]): Promise<WatchAnswer['watches']>
  pull(forget?: { forgetNotices?: readonly string[]; forgetPlans?: readonly string[] }): Promise<PullAnswer>
  scan(body: object): Promise<ScanAnswer>
  find(...finds: readonly object[]): Promise<FindAnswer['finds']>
  apply(...plans: readonly InstancePlan[]): Promise<ApplyAnswer['plans']>
  /** Applies one plan and waits for what became of it. */
  outcomeOf(plan: InstancePlan): Promise<PullAnswer['plans'][number]>
  /** An entry of sync access as it stands in the table, whatever the rule that validates new ones would say. */
  allow(table: string, access: Row): Promise<void>
  incident(values?: Row): Promise<string>
  /** A write by a person who works on the instance: rules run, and what they queue has run. */
  change(id: string, values: Row): Promise<void>
  settled(): Promise<void>
  /** While a rule or ACL of the instance stands in the way. */
  under<T>(fault: FaultRequest, work: () => Promise<T>): Promise<T>
  close(): Promise<void>
}

export const INCIDENT_ACCESS: Row = {
  read_fields:
    'number,short_description,description,state,priority,active,caller_id,assignment_group,due_date,reassignment_count,child_incidents',
  write_fields: 'short_description,description,state,urgency,caller_id,assigned_to,close_code,close_notes',
  read_journals: 'comments',
  write_journals: 'comments',
  read_files: 'true',
  may_create: 'true',
}

export const planOf = (plan: Partial<InstancePlan>): InstancePlan => ({
  id: randomBytes(24).toString('base64url'),
  pair: randomUUID(),
  table: 'incident',
  record: null,
  version: null,
  fields: {},
  entries: [],
  ...plan,
})

function parsed<T>(answer: Answer, schema: { parse(value: unknown): T }): T {
  if (answer.status !== 200) throw new Error(`The instance answered ${answer.status}: ${answer.text}`)
  return schema.parse(answer.result)
}

/** `roles`: of the sync user; without any there is none. */
export async function syncInstance(roles: readonly string[] = ['itil']): Promise<SyncInstance> {
  const instance = await installedInstance()
  const node = await startScriptedNode()
  await paired(instance, node.url)
  const { store, engine } = instance.simulator
  if (roles.length > 0) await addSyncUser(instance, roles)
  const send = (call: SyncCall, given: object): Promise<Answer> => {
    const body = JSON.stringify({ nonce: randomUUID(), ...given })
    const url = DEFAULT_API_BASE + INSTANCE_SYNC_API[call]
    return instance.nobody.send('POST', url, { body, headers: node.sign(body) })
  }
  const settled = () => engine.settled()
  const pull: SyncInstance['pull'] = async (forget = {}) => parsed(await send('pull', forget), PullAnswer)
  const apply: SyncInstance['apply'] = async (...plans) => parsed(await send('apply', { plans }), ApplyAnswer).plans
  return {
    instance,
    node,
    send,
    pull,
    apply,
    settled,
    read: async (...records) => parsed(await send('read', { records }), ReadAnswer).records,
    watch: async (...watches) => {
      const named = watches.map((watch) => ({ id: randomUUID(), ...watch }))
      return parsed(await send('watch', { watches: named }), WatchAnswer).watches
    },
    check: async (condition) => parsed(await send('check', condition), CheckAnswer),
    find: async (...finds) => parsed(await send('find', { finds }), FindAnswer).finds,
    scan: async (body) => parsed(await send('scan', body), ScanAnswer),
    outcomeOf: async (plan) => {
      await apply(plan)
      await settled()
      const found = (await pull()).plans.find((each) => each.plan === plan.id)
      if (!found) throw new Error(`The plan ${plan.id} is not through`)
      await pull({ forgetPlans: [plan.id] })
      return found
    },
    allow: (table, access) => {
      for (const row of store.query(TABLES.syncAccess, { encoded: `table_name=${table}` }, systemCaller))
        store.remove(TABLES.syncAccess, row['sys_id'] ?? '', systemCaller)
      store.insert(TABLES.syncAccess, { table_name: table, ...access }, systemCaller)
      return Promise.resolve()
    },
    incident: async (values = {}) => {
      const row = await instance.mutate('insert', 'incident', undefined, { short_description: 'Printer', ...values })
      await settled()
      return row['sys_id'] ?? ''
    },
    change: async (id, values) => {
      await instance.mutate('update', 'incident', id, values)
      await settled()
    },
    under: async (fault, work) => {
      const { faults } = instance.simulator
      const id = faults.add(fault)
      try {
        return await work()
      } finally {
        faults.remove(id)
      }
    },
    close: async () => {
      await node.close()
      await instance.close()
    },
  }
}

async function addSyncUser(instance: TestInstance, roles: readonly string[]): Promise<void> {
  await instance.mutate('insert', 'sys_user', undefined, {
    sys_id: SYNC_USER.sysId,
    user_name: SYNC_USER.userName,
    first_name: 'Accord',
    last_name: 'Sync',
    web_service_access_only: 'true',
  })
  for (const role of roles) {
    const [found] = await instance.admin.rows('sys_user_role', `name=${role}`)
    await instance.mutate('insert', 'sys_user_has_role', undefined, {
      user: SYNC_USER.sysId,
      role: found?.['sys_id'] ?? '',
    })
  }
}

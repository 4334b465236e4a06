import type { Caller, EngineParts, Row, ScriptEngine, Session } from '../../src/contracts.ts'
import { TransactionQuotas } from '../../src/access/transaction-quotas.ts'
import { MovableClock } from '../../src/clock.ts'
import { createScriptEngine } from '../../src/engine/script-engine.ts'
import type { PoolLimits } from '../../src/engine/worker-pool.ts'
import { AttachmentFiles } from '../../src/records/attachment-files.ts'
import type { MemoryStore } from '../../src/records/record-store.ts'
import { Timing } from '../../src/timing.ts'
import { openStore } from '../../src/records/open-store.ts'

/** The real store and real workers; rights are open unless a test closes them, because access/ has its own tests. */
export interface ScriptWorld {
  readonly engine: ScriptEngine
  readonly store: MemoryStore
  readonly clock: MovableClock
  readonly timing: Timing
  readonly caller: Caller
  readonly session: Session
  readonly notSimulated: string[]
  readonly executed: string[]
  readonly refused: string[]
  readonly denied: Set<string>
  /** Runs a background script; gives what its last statement is worth. */
  script(source: string, scope?: string): Promise<unknown>
  add(table: string, values: Row): Row
  close(): Promise<void>
}

const users = [
  { userName: 'admin', password: 'admin', firstName: 'System', lastName: 'Administrator', roles: ['admin'] },
  { userName: 'beth', password: 'beth', firstName: 'Beth', lastName: 'Anglin', roles: ['itil'] },
]

export function scriptWorld(limits: Partial<PoolLimits> = {}): ScriptWorld {
  const clock = new MovableClock()
  const timing = new Timing()
  const notSimulated: string[] = []
  const executed: string[] = []
  const refused: string[] = []
  const denied = new Set<string>()
  const refuse = (what: string): never => {
    notSimulated.push(what)
    throw new Error(`not simulated: ${what}`)
  }
  const { store } = openStore({ clock, users, notSimulated: refuse })
  const [beth] = store.query('sys_user', { encoded: 'user_name=beth' }, systemCaller)
  const session: Session = {
    id: 's1',
    userSysId: beth?.['sys_id'] ?? '',
    token: 'token-1',
    clientData: new Map(),
    messages: [],
  }
  const caller: Caller = {
    kind: 'user',
    userSysId: session.userSysId,
    userName: 'beth',
    roles: new Set(['itil']),
    sessionId: 's1',
  }
  const ledger = {
    executed: (table: string, id: string) => void executed.push(`${table}.${id}`),
    refused: (_table: string, _id: string, reason: string) => void refused.push(reason),
    notSimulated: refuse,
  }
  const parts = {
    store,
    quotas: new TransactionQuotas({ store, ledger }),
    attachments: new AttachmentFiles(store),
    clock,
    timing,
    log: () => undefined,
    settings: { instanceName: 'test', baseUrl: 'http://127.0.0.1:1' },
    ledger,
    sessions: { findById: (id: string) => (id === 's1' ? session : undefined), findCaller: () => caller },
    access: {
      decide: (operation: string, table: string, _row: Row | undefined, field: string | undefined) =>
        Promise.resolve({ allowed: !denied.has(`${operation} ${table}${field ? `.${field}` : ''}`), decidedBy: [] }),
    },
  } as unknown as EngineParts
  const engine = createScriptEngine(parts, { warm: 1, ...limits })
  return {
    engine, store, clock, timing, caller, session, notSimulated, executed, refused, denied,
    script: async (source, scope = 'global') =>
      (await engine.run({ kind: 'script', script: { name: 'background', source, scope } }, caller)).value,
    add: (table, values) => store.insert(table, values, systemCaller),
    close: () => engine.close(),
  } // prettier-ignore
}

const systemCaller: Caller = { kind: 'system', userSysId: '', userName: 'system', roles: new Set() }

import { setTimeout as sleep } from 'node:timers/promises'
import type { Finding } from './finding.ts'
import type { InstanceClient, Row } from './instance-client.ts'
import type { Ledger } from './ledger.ts'
import type { ScriptRoom } from './script-room.ts'
import type { Visitor } from './visitor.ts'

/** One row of docs/unverified.md as questions to an instance. */
export interface Probe {
  readonly row: number
  /** What it makes for a moment; `nothing` where it only looks. */
  readonly makes: string
  /** Without the application there is nothing to ask. */
  readonly needsApp?: boolean
  ask(at: Bench): Promise<readonly Finding[]>
}

/** Everything that a row may use while it is asked. */
export interface Bench {
  readonly client: InstanceClient
  readonly room: ScriptRoom
  readonly ledger: Ledger
  readonly mark: string
  /** Of the application. */
  readonly scope: string
  /** sys_id of the application. */
  readonly app: string | undefined
  /** Somebody in a browser; undefined without a password. */
  visitor(): Promise<Visitor | undefined>
  /** The message of the log that holds this text; undefined where none came in time. */
  untilLogged(text: string): Promise<string | undefined>
  readonly timeoutMs: number
  readonly brokenOff: AbortSignal
}

/** An incident that nobody will miss. */
export const makeIncident = ({ ledger, mark }: Bench, values: Row = {}): Promise<Row> =>
  ledger.make('incident', { short_description: mark, ...values })

export interface Person {
  readonly user: string
  readonly password: string
  readonly sysId: string
}

/** Somebody with these roles and no other, for as long as the row is asked. */
export async function makePerson({ client, ledger, mark }: Bench, roles: readonly string[], values: Row = {}) {
  const person = { user: `${mark}_user`, password: `${crypto.randomUUID()}-Aa1!` }
  const row = await ledger.make('sys_user', {
    user_name: person.user,
    user_password: person.password,
    last_name: person.user,
    ...values,
  })
  const sysId = row['sys_id'] ?? ''
  for (const name of roles) {
    const [role] = await client.rows('sys_user_role', `name=${name}`)
    if (!role?.['sys_id']) throw new Error(`this instance has no role ${name}`)
    await ledger.make('sys_user_has_role', { user: sysId, role: role['sys_id'] })
  }
  return { ...person, sysId } satisfies Person
}

const LOOK_EVERY_MS = 500

/** Asks until there is an answer, or the time is over. */
export async function until<T>(
  look: () => Promise<T | undefined>,
  timeoutMs: number,
  brokenOff: AbortSignal,
): Promise<T | undefined> {
  const end = Date.now() + timeoutMs
  for (;;) {
    brokenOff.throwIfAborted()
    const found = await look()
    if (found !== undefined || Date.now() >= end) return found
    await sleep(LOOK_EVERY_MS)
  }
}

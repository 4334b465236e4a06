import { randomUUID } from 'node:crypto'
import { CONSOLE_CALLS } from '@accord/shared/contracts'
import type { Mutation, Row } from '../../instance-simulator/src/contracts.ts'
import { systemCaller } from '../../instance-simulator/src/access/system-callers.ts'
import { createInstance, type SimulatedInstance } from '../../instance-simulator/src/instance.ts'
import { buildApp } from '../build/build-app.ts'
import { createHttpClient, type Credentials, type HttpClient } from './http-client.ts'
import { TABLES } from '../src/server/names.ts'
import { SCOPE } from '../src/server/scope.ts'

const ADMIN: Credentials = { user: 'admin', password: 'admin' }

/** Built once per scope in a test file, and only when the sources changed. */
const built = new Map<string, ReturnType<typeof buildApp>>()

function builtUnder(scope: string): ReturnType<typeof buildApp> {
  const build = built.get(scope) ?? buildApp(scope)
  built.set(scope, build)
  return build
}

/** A simulated instance on which the packed application is installed, and the people who use it. */
export interface TestInstance {
  readonly url: string
  readonly simulator: SimulatedInstance
  /** The platform's administrator. */
  readonly admin: HttpClient
  readonly maintainer: HttpClient
  readonly auditor: HttpClient
  /** May log in, has no role of Accord. */
  readonly stranger: HttpClient
  readonly nobody: HttpClient
  /** For those who come with a browser. */
  readonly logins: Readonly<Record<'admin' | 'maintainer' | 'auditor' | 'stranger', Credentials>>
  /** Runs a scheduled job of the application now. */
  runJob(name: string): Promise<void>
  /** A write of a script: no ACL, but every business rule. */
  mutate(kind: Mutation, table: string, sysId: string | undefined, values: Row): Promise<Row>
  /** Rows as the database holds them. */
  stored(table: string): Promise<readonly Row[]>
  /** As freshly installed, but faster: nothing is paired and nothing stored. */
  forgetEverything(): void
  /** All rows of all tables and everything that was logged, as one text to search in. */
  everythingStored(): Promise<string>
  close(): Promise<void>
}

export async function addUser(admin: HttpClient, user: string, role?: string): Promise<Credentials> {
  const password = randomUUID()
  const insert = async (table: string, values: Row) => {
    const body = JSON.stringify(values)
    const { status, text, result } = await admin.send('POST', `/api/now/table/${table}`, { body })
    if (status !== 201) throw new Error(`${table} answered ${status}: ${text}`)
    return String(result?.['sys_id'])
  }
  const sysId = await insert('sys_user', { user_name: user, user_password: password, first_name: user })
  for (const name of ['snc_internal', ...(role === undefined ? [] : [role])]) {
    const [found] = await admin.rows('sys_user_role', `name=${name}`)
    await insert('sys_user_has_role', { user: sysId, role: found?.['sys_id'] ?? '' })
  }
  return { user, password }
}

/** As an admin does who designs the form of a table: one section, with a field and this formatter. */
export async function addFormatter({ mutate, stored }: TestInstance, table: string, name: string): Promise<void> {
  const [formatter] = (await stored('sys_ui_formatter')).filter((row) => row['name'] === name)
  const insert = async (of: string, values: Row) => (await mutate('insert', of, undefined, values))['sys_id'] ?? ''
  const form = await insert('sys_ui_form', { name: table })
  const section = await insert('sys_ui_section', { name: table })
  await insert('sys_ui_form_section', { sys_ui_form: form, sys_ui_section: section, position: '0' })
  await insert('sys_ui_element', { sys_ui_section: section, element: 'number', position: '0' })
  const shown = { type: 'formatter', sys_ui_formatter: formatter?.['sys_id'] ?? '' }
  await insert('sys_ui_element', { sys_ui_section: section, element: name, position: '1', ...shown })
}

/** Below the form of incidents, as the button of a record's page does it: with the rights of whoever presses it. Answers the status. */
export async function placePairs({ admin }: TestInstance, as: HttpClient): Promise<number> {
  const [relationship] = await admin.rows('sys_relationship', `basic_query_from=${TABLES.syncPair}`)
  const [list] = await admin.rows('sys_ui_related_list', 'name=incident^view=Default view')
  const related = `REL:${relationship?.['sys_id']}`
  const body = JSON.stringify({ list_id: list?.['sys_id'], related_list: related, position: '1' })
  return (await as.send('POST', '/api/now/table/sys_ui_related_list_entry', { body })).status
}

/** `cloneOf`: the data directory of an instance that has the application already. */
export interface Kept {
  readonly dataDir?: string
  readonly cloneOf?: string
}

export async function installedInstance(
  name = 'Company A',
  scope: string = SCOPE,
  kept: Kept = {},
): Promise<TestInstance> {
  const { zip } = await builtUnder(scope)
  const logged: string[] = []
  const simulator = await createInstance({
    name,
    port: 0,
    ...kept,
    // The strictest engine of those that README claims.
    release: 'xanadu',
    // English has no plugin; German is there for those who choose it.
    languages: ['de'],
    log: (level, message, facts) => void logged.push(`${level} ${message} ${JSON.stringify(facts)}`),
  })
  if (kept.cloneOf === undefined) await simulator.installPackage(zip)
  const url = simulator.baseUrl
  const admin = createHttpClient(url, ADMIN, scope)
  // A copy has the people of its source, whose passwords nobody here knows.
  const people = kept.cloneOf === undefined ? 'accord' : 'copy'
  const logins = {
    admin: ADMIN,
    maintainer: await addUser(admin, `${people}.maintainer`, `${scope}.maintainer`),
    auditor: await addUser(admin, `${people}.auditor`, `${scope}.auditor`),
    stranger: await addUser(admin, `${people}.stranger`),
  }
  const { store, engine } = simulator
  const stored = (table: string) => store.query(table, {}, systemCaller)
  return {
    url,
    simulator,
    admin,
    maintainer: createHttpClient(url, logins.maintainer, scope),
    auditor: createHttpClient(url, logins.auditor, scope),
    stranger: createHttpClient(url, logins.stranger, scope),
    nobody: createHttpClient(url, undefined, scope),
    logins,
    runJob: async (job) => {
      const row = stored('sysauto_script').find((each) => each['name'] === job)
      if (!row) throw new Error(`There is no scheduled job ${job}`)
      await engine.runScheduledJob(row['sys_id'] ?? '')
    },
    mutate: (kind, table, sysId, values) => engine.mutate(kind, table, sysId, values, systemCaller),
    stored: (table) => Promise.resolve(stored(table)),
    forgetEverything: () => {
      for (const { name: table, scope: owner } of store.tables())
        if (owner === scope) for (const row of stored(table)) store.remove(table, row['sys_id'] ?? '', systemCaller)
    },
    everythingStored: () => {
      const rows = [...store.tables()].flatMap(({ name: table }) => stored(table).map((row) => JSON.stringify(row)))
      return Promise.resolve([...rows, ...logged].join('\n'))
    },
    close: () => simulator.close(),
  }
}

/** Pairs the instance with a node, as an admin does in Set-up; what the node knows from before is stored. */
export async function paired(instance: TestInstance, nodeUrl: string): Promise<void> {
  await pairNow(instance, nodeUrl)
  await instance.simulator.settled()
}

/** As `paired`, without waiting for the job that stores what the node knows. */
export async function pairNow(instance: TestInstance, nodeUrl: string): Promise<void> {
  const body = { pairingCode: `${nodeUrl}#pair=${randomUUID()}` }
  const { status, text } = await instance.admin.call('POST', CONSOLE_CALLS.pairNode.path, body)
  if (status !== 200) throw new Error(`The pairing answered ${status}: ${text}`)
}

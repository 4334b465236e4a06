import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { systemCaller } from '../../instance-simulator/src/access/system-callers.ts'
import type { PreviewProblem } from '../../instance-simulator/src/installer/update-sets/preview-update-set.ts'
import { createInstance, type SimulatedInstance } from '../../instance-simulator/src/instance.ts'
import { buildApp, type BuiltApp } from '../build/build-app.ts'
import { root } from '../build/sources.ts'
import { writeUpdateSet } from '../build/update-set.ts'
import { SCOPE } from '../src/server/scope.ts'
import { SYNC_USER } from '../src/server/sync/names.ts'

let built: BuiltApp
let place: string
let byPackage: SimulatedInstance
let byUpdateSet: SimulatedInstance
const asked: PreviewProblem[] = []

beforeAll(async () => {
  built = await buildApp()
  place = await mkdtemp(join(tmpdir(), 'accord-update-set-'))
  byPackage = await createInstance({ name: 'same', port: 0 })
  await byPackage.installPackage(built.zip)
  byUpdateSet = await createInstance({ name: 'same', port: 0 })
  // An instance that takes no upload of the vendor's scope: the update set is the way in.
  byUpdateSet.store.insert('sys_properties', { name: CODE, value: '12345', type: 'string' }, systemCaller)
  const path = join(place, 'accord-update-set.xml')
  await writeUpdateSet(built, path)
  await expect(byUpdateSet.commitUpdateSet(path)).rejects.toThrow('cannot be committed until all problems are resolved')
  expect(byUpdateSet.store.query('sys_app', { encoded: `scope=${SCOPE}` }, systemCaller)).toEqual([])
  await byUpdateSet.commitUpdateSet(path, (problem) => {
    asked.push(problem)
    return 'accept'
  })
}, 240_000)

afterAll(async () => {
  await byPackage?.close()
  await byUpdateSet?.close()
  await rm(place, { recursive: true, force: true })
})

const CODE = 'glide.appcreator.company.code'

/** When and how often a row was written, and what tells one instance from another. */
const VOLATILE = new Set(['sys_created_on', 'sys_updated_on', 'sys_mod_count', 'sys_updated_by', 'sys_created_by'])
/** How it came there, and the simulator's own bookkeeping. */
const isBookkeeping = (table: string) => table === 'sys_upgrade_history' || table.startsWith('simulator_')

/** Table → sys_id → row, of all that belongs to the application. */
function rowsOf({ store }: SimulatedInstance): Record<string, Record<string, object>> {
  const found: Record<string, Record<string, object>> = {}
  const scopeSysId = store.query('sys_app', { encoded: `scope=${SCOPE}` }, systemCaller)[0]?.['sys_id']
  for (const { name } of store.tables()) {
    if (isBookkeeping(name)) continue
    for (const row of store.query(name, {}, systemCaller)) {
      const isOurs =
        row['sys_scope'] === scopeSysId || row['sys_id'] === scopeSysId || JSON.stringify(row).includes(SCOPE)
      if (!isOurs) continue
      const kept = Object.entries(row).filter(([column]) => !VOLATILE.has(column))
      ;(found[name] ??= {})[row['sys_id'] ?? ''] = Object.fromEntries(kept)
    }
  }
  return found
}

test('the update set makes the same instance as the package, row by row', () => {
  const [packed, committed] = [rowsOf(byPackage), rowsOf(byUpdateSet)]
  expect(Object.keys(committed).toSorted()).toEqual(Object.keys(packed).toSorted())
  for (const [table, rows] of Object.entries(packed)) expect({ [table]: committed[table] }).toEqual({ [table]: rows })
  expect(Object.values(packed).flatMap((rows) => Object.keys(rows)).length).toBeGreaterThan(300)
})

test('the preview of a first set asks for the user of the jobs only, as README says: Set-up makes it', () => {
  const jobs = byPackage.store.query('sysauto_script', { encoded: `run_as=${SYNC_USER.sysId}` }, systemCaller)
  expect(asked.map(({ update }) => update).toSorted()).toEqual(jobs.map((job) => `sysauto_script_${job['sys_id']}`).toSorted()) // prettier-ignore
  for (const { description } of asked)
    expect(description).toBe('Could not find a record in sys_user for column run_as referenced in this update')
})

test('and the same tables', () => {
  const tablesOf = ({ store }: SimulatedInstance) =>
    [...store.tables()]
      .filter(({ scope }) => scope === SCOPE)
      .map(({ name }) => store.schema.source(name))
      .toSorted((a, b) => (a?.name ?? '').localeCompare(b?.name ?? ''))
  expect(tablesOf(byUpdateSet)).toEqual(tablesOf(byPackage))
})

test('where the instance takes no foreign prefix, the installer says what that means and what to do', async () => {
  const env = {
    ...process.env,
    NODE_OPTIONS: '',
    SN_SDK_NODE_ENV: 'SN_SDK_CI_INSTALL',
    SN_SDK_INSTANCE_URL: byUpdateSet.baseUrl,
    SN_SDK_USER: 'admin',
    SN_SDK_USER_PWD: 'admin',
  }
  const { code, stderr } = await new Promise<{ code: number; stderr: string }>((resolve) => {
    execFile(process.execPath, [join(root, 'now-app/install/main.ts')], { env, cwd: root }, (error, _out, text) =>
      resolve({ code: Number(error?.code ?? 0), stderr: text }),
    )
  })
  expect(code).toBe(1)
  expect(stderr).toContain(`no application of the scope ${SCOPE}`)
  expect(stderr).toContain('npm run build:update-set')
  const [entry] = byUpdateSet.store.query('syslog', { encoded: 'messageLIKEThird party' }, systemCaller)
  expect(entry?.['message']).toBe(`Third party application not allowed: ${SCOPE}`)
}, 240_000)

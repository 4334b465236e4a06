import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { systemCaller } from '../../src/access/system-callers.ts'
import { createInstance, type SimulatedInstance } from '../../src/instance.ts'

let root: string
let open: SimulatedInstance[]
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'accord-clone-'))
  open = []
})
afterEach(async () => {
  for (const instance of open) await instance.close()
  await rm(root, { recursive: true, force: true })
})

const production = () => join(root, 'production')
async function start(options: { readonly dataDir?: string; readonly cloneOf?: string }): Promise<SimulatedInstance> {
  const instance = await createInstance({ name: options.cloneOf ? 'copy' : 'prod', port: 0, ...options })
  open.push(instance)
  return instance
}
const add = (instance: SimulatedInstance, table: string, values: Readonly<Record<string, string>>) =>
  instance.store.insert(table, values, systemCaller)['sys_id'] ?? ''
const rowsOf = async ({ baseUrl }: SimulatedInstance, table: string, query: string) => {
  const path = `/api/now/table/${table}?sysparm_query=${encodeURIComponent(query)}`
  const answer = await fetch(baseUrl + path, { headers: { authorization: `Basic ${btoa('admin:admin')}` } })
  return ((await answer.json()) as { result: readonly Readonly<Record<string, string>>[] }).result
}
const property = async (instance: SimulatedInstance, name: string) =>
  (await rowsOf(instance, 'sys_properties', `name=${name}`))[0]?.['value']
const described = async (instance: SimulatedInstance, incident: string) =>
  (await rowsOf(instance, 'incident', `sys_id=${incident}`))[0]?.['short_description']

/** What a running instance holds that a copy of it would have. */
async function runningProduction(): Promise<{ instance: SimulatedInstance; incident: string; client: string }> {
  const instance = await start({ dataDir: production() })
  const incident = add(instance, 'incident', { short_description: 'of production' })
  const client = add(instance, 'oauth_entity', { name: 'x', client_id: 'x', client_secret: 's3cret' })
  add(instance, 'sysauto_script', { name: 'nightly', active: 'true', run_type: 'on_demand' })
  add(instance, 'syslog', { message: 'said in production' })
  add(instance, 'sys_properties', { name: 'x.identity', value: 'of production' })
  instance.store.flush()
  return { instance, incident, client }
}

test('a clone of a running instance carries rows, jobs and the keys of encrypted columns, at an address of its own', async () => {
  const { instance, incident, client } = await runningProduction()
  const copy = await start({ cloneOf: production() })
  const secret = copy.store.find('oauth_entity', client)?.['client_secret'] ?? ''
  expect(await described(copy, incident)).toBe('of production')
  expect(copy.store.decrypt(secret)).toBe('s3cret')
  expect(await rowsOf(copy, 'sysauto_script', 'name=nightly^active=true')).toHaveLength(1)
  expect(await property(copy, 'x.identity')).toBe('of production')
  expect(await property(copy, 'glide.servlet.uri')).toBe(`${copy.baseUrl}/`)
  expect(await property(copy, 'instance_name')).toBe('copy')
  expect(await property(copy, 'instance_id')).not.toBe(await property(instance, 'instance_id'))
})

test('logs and the tables on the exclusion list, with what extends them, stay behind; the tables do not', async () => {
  const { instance, incident } = await runningProduction()
  add(instance, 'clone_data_exclude', { name: 'task' })
  instance.store.flush()
  const copy = await start({ cloneOf: production() })
  expect(await rowsOf(copy, 'syslog', 'message=said in production')).toEqual([])
  expect(await described(copy, incident)).toBeUndefined()
  expect(await rowsOf(copy, 'incident', '')).toEqual([])
})

test('a clone with a directory remembers, and what it writes is not written to the original', async () => {
  const { instance, incident } = await runningProduction()
  const dataDir = join(root, 'copy')
  const copy = await start({ cloneOf: production(), dataDir })
  const id = await property(copy, 'instance_id')
  copy.store.update('incident', incident, { short_description: 'of the copy' }, systemCaller)
  await copy.close()
  open.pop()
  const again = await start({ dataDir })
  expect(await described(again, incident)).toBe('of the copy')
  expect(await property(again, 'instance_id')).toBe(id)
  expect(await described(instance, incident)).toBe('of production')
})

test('an instance is not cloned over another, and what is no instance is not cloned', async () => {
  await runningProduction()
  const dataDir = join(root, 'test')
  await start({ dataDir })
  await expect(start({ dataDir, cloneOf: production() })).rejects.toThrow('holds an instance already')
  await expect(start({ cloneOf: join(root, 'nowhere') })).rejects.toThrow('holds no instance to clone')
})

import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { systemCaller } from '../../src/access/system-callers.ts'
import { createInstance } from '../../src/instance.ts'
import { buildFixture, fixtureTimeoutMs } from '../fixture-package.ts'

const bin = fileURLToPath(new URL('../../bin/accord-instance.js', import.meta.url))
const basic = {
  authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}`,
  'content-type': 'application/json',
}
let dataDir = ''
let running: ChildProcess | undefined

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'accord-instance-'))
})
afterEach(async () => {
  running?.kill('SIGKILL')
  await rm(dataDir, { recursive: true, force: true })
})

/** A process of its own, by the command line, until it says where it listens. */
async function start(args: readonly string[] = []): Promise<string> {
  running = spawn(process.execPath, [bin, '--port', '0', '--data', dataDir, ...args], {
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  const child = running
  return new Promise((resolve, reject) => {
    let output = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      output += String(chunk)
      const url = /ready: (http:\S+)/.exec(output)?.[1]
      if (url !== undefined) resolve(url)
    })
    child.once('exit', (code) => reject(new Error(`It ended with ${code}: ${output}`)))
  })
}

async function kill(): Promise<void> {
  const ended = once(running ?? process, 'exit')
  running?.kill('SIGKILL')
  await ended
}

test('kill -9 loses no row whose creation was answered', async () => {
  const url = await start()
  const answered: string[] = []
  const write = async (enough: () => void): Promise<void> => {
    const response = await fetch(`${url}/api/now/table/incident`, {
      method: 'POST',
      headers: basic,
      body: '{"short_description":"kept","comments":"said"}',
    })
    answered.push(((await response.json()) as { result: { sys_id: string } }).result.sys_id)
    if (answered.length >= 40) enough()
    return write(enough)
  }
  const writers: Promise<void>[] = []
  await new Promise<void>((enough, fail) => {
    for (let writer = 0; writer < 4; writer += 1) writers.push(write(enough).catch(fail))
  })
  await kill()
  await Promise.all(writers)

  const again = await createInstance({ name: 'dev', port: 0, dataDir })
  const lost = answered.filter((sysId) => !again.store.find('incident', sysId))
  const numbers = again.store.query('incident', {}, systemCaller).map((row) => row['number'])
  const next = again.store.insert('incident', {}, systemCaller)['number']
  await again.close()
  expect(lost).toEqual([])
  expect(new Set(numbers).size).toBe(numbers.length)
  expect(numbers).not.toContain(next)
}, 60_000)

test(
  'an installed package, its tables, its secrets and deleted demo rows survive a restart',
  async () => {
    const { zip } = await buildFixture()
    const first = await createInstance({ name: 'dev', port: 0, dataDir })
    await first.installPackage(zip)
    const book = first.store.insert('x_acme_shelf_book', { title: 'Kept', lock_code: 'secret' }, systemCaller)
    const [demo] = first.store.query('incident', { limit: 1 }, systemCaller)
    first.store.remove('incident', demo?.['sys_id'] ?? '')
    await first.close()

    const second = await createInstance({ name: 'dev', port: 0, dataDir })
    expect(second.store.find('x_acme_shelf_book', book['sys_id'] ?? '')).toEqual(book)
    expect(second.store.decrypt(book['lock_code'] ?? '')).toBe('secret')
    expect(second.store.findTable('x_acme_shelf_book')?.columns.get('title')?.maxLength).toBe(120)
    expect(second.store.find('incident', demo?.['sys_id'] ?? '')).toBeUndefined()
    await second.close()
  },
  fixtureTimeoutMs,
)

test('the file holds no password and no secret in plain text, and its key is for its owner alone', async () => {
  const instance = await createInstance({
    name: 'dev',
    port: 0,
    dataDir,
    users: [{ userName: 'u', password: 'pa55word-in-clear', firstName: 'U', lastName: '', roles: ['admin'] }],
  })
  instance.store.insert('oauth_entity', { name: 'c', client_secret: 'cl13nt-secret-in-clear' }, systemCaller)
  await instance.close()
  const file = await readFile(join(dataDir, 'instance.sqlite'), 'latin1')
  expect(file).toContain('oauth_entity')
  expect(file).not.toMatch(/pa55word-in-clear|cl13nt-secret-in-clear/)
  expect((await stat(join(dataDir, 'column.key'))).mode & 0o077).toBe(0)
})

test('a table and a column of a base table that somebody has added survive a restart', async () => {
  const post = (url: string, table: string, body: object) =>
    fetch(`${url}/api/now/table/${table}`, { method: 'POST', headers: basic, body: JSON.stringify(body) })
  const first = await start()
  await post(first, 'sys_db_object', { name: 'u_case', label: 'Case', ws_access: 'true' })
  await post(first, 'sys_dictionary', { name: 'incident', element: 'u_flag' })
  await kill()
  const second = await start()
  expect((await post(second, 'u_case', {})).status).toBe(201)
  const made = (await (await post(second, 'incident', { u_flag: 'kept' })).json()) as { result: { u_flag: string } }
  expect(made.result.u_flag).toBe('kept')
})

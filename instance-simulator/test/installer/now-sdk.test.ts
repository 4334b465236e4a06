import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { systemCaller } from '../../src/access/system-callers.ts'
import { createInstance, type SimulatedInstance } from '../../src/instance.ts'
import { buildFixture, fixtureTimeoutMs, runNowSdk } from '../fixture-package.ts'
import { recordXml } from '../package/zip-writer.ts'

let instance: SimulatedInstance
let project = ''

beforeAll(async () => {
  const built = await buildFixture()
  project = await mkdtemp(join(dirname(built.directory), 'install-'))
  await cp(built.directory, project, { recursive: true })
  instance = await createInstance({ name: 'sdk', port: 0 })
}, fixtureTimeoutMs)
afterAll(async () => {
  await instance.close()
  await rm(project, { recursive: true, force: true })
})

const environment = (more: Readonly<Record<string, string>> = {}) => ({
  SN_SDK_NODE_ENV: 'SN_SDK_CI_INSTALL',
  SN_SDK_INSTANCE_URL: instance.baseUrl,
  SN_SDK_USER: 'admin',
  SN_SDK_USER_PWD: 'admin',
  ...more,
})

/** Output and success of the real command line tool. */
async function nowSdk(args: readonly string[], env = environment()): Promise<{ ok: boolean; output: string }> {
  return runNowSdk(args, project, env).then(
    ({ stdout, stderr }) => ({ ok: true, output: stdout + stderr }),
    (error: { stdout?: string; stderr?: string }) => ({ ok: false, output: `${error.stdout}${error.stderr}` }),
  )
}

const applications = () => instance.store.query('sys_app', { encoded: 'scope=x_acme_shelf' }, systemCaller)

describe('the real now-sdk', () => {
  test('installs with basic credentials', async () => {
    const { ok, output } = await nowSdk(['install'])
    expect(output).toContain('Installation completed')
    expect(ok).toBe(true)
    expect(applications()).toMatchObject([{ version: '1.2.0', active: '1' }])
  }, 120_000)

  test('reinstalls: what was made on the instance is gone afterwards', async () => {
    instance.store.insert('x_acme_shelf_book', { title: 'Only here' }, systemCaller)
    const { ok, output } = await nowSdk(['install', '-r'])
    expect(output).toContain('Successfully uninstalled')
    expect(ok).toBe(true)
    expect(instance.store.count('x_acme_shelf_book', 'title=Only here', systemCaller)).toBe(0)
    expect(applications()).toHaveLength(1)
  }, 120_000)

  test('pages through a query', async () => {
    const numbers: string[] = []
    for (let offset: number | null = 0; offset !== null;) {
      const { output } = await nowSdk([
        'query',
        'incident',
        '-q',
        'ORDERBYnumber',
        '-f',
        'number',
        '--limit',
        '5',
        '--offset',
        String(offset),
        '-o',
        'json',
      ])
      const page = JSON.parse(output.slice(output.indexOf('{"ok"'))) as {
        records: { number: string }[]
        nextOffset: number | null
      }
      numbers.push(...page.records.map(({ number }) => number))
      offset = page.nextOffset
    }
    expect(numbers).toHaveLength(instance.store.count('incident', '', systemCaller))
    expect(new Set(numbers).size).toBe(numbers.length)
  }, 120_000)

  test('learns of a wrong password', async () => {
    const { ok, output } = await nowSdk(['install'], environment({ SN_SDK_USER_PWD: 'wrong' }))
    expect(ok).toBe(false)
    expect(output).toContain('User name or password invalid')
  }, 120_000)

  test('learns why a package was refused, and the old one stays', async () => {
    const surprise = join(project, 'dist', 'app', 'update', 'surprise.xml')
    await writeFile(surprise, recordXml('sys_script', { sys_id: 'a'.repeat(32) }, 'EXPLODE'))
    instance.store.insert('x_acme_shelf_book', { title: 'Survivor' }, systemCaller)
    const { ok, output } = await nowSdk(['install'])
    await rm(surprise)
    expect(ok).toBe(false)
    expect(output).toContain('not simulated: the action EXPLODE in update/surprise.xml')
    expect(applications()).toHaveLength(1)
    expect(instance.store.count('x_acme_shelf_book', 'title=Survivor', systemCaller)).toBe(1)
  }, 120_000)

  test('an upload needs an administrator', async () => {
    const response = await fetch(`${instance.baseUrl}/sn_appclient_upload_processor.do`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from('abel.tuter:abel').toString('base64')}` },
    })
    expect(response.status).toBe(401)
  })

  test('installs with an OAuth client', async () => {
    const [admin] = instance.store.query('sys_user', { encoded: 'user_name=admin' }, systemCaller)
    instance.store.insert(
      'oauth_entity',
      { name: 'CI', client_id: 'ci', client_secret: 'hush', user: admin?.['sys_id'] ?? '' },
      systemCaller,
    )
    const { ok, output } = await nowSdk(
      ['install'],
      environment({ SN_SDK_AUTH_TYPE: 'oauth', SN_SDK_OAUTH_CLIENT_ID: 'ci', SN_SDK_OAUTH_CLIENT_SECRET: 'hush' }),
    )
    expect(output).toContain('Installation completed')
    expect(ok).toBe(true)
  }, 120_000)
})

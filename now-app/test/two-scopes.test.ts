import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { CONSOLE_CALLS } from '@accord/shared/contracts'
import { apiBaseOf, DEFAULT_SCOPE, INSTANCE_API } from '@accord/shared/protocol'
import { ConnectionDetail, IssuedInvitation, PrerequisiteCheck } from '@accord/shared/schemas'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { eventually } from '../../node-bridge/test/faults/company/eventually.ts'
import { readArchive } from '../../instance-simulator/src/package/read-archive.ts'
import { buildApp } from '../build/build-app.ts'
import { takeApart } from '../check/built-package.ts'
import { checkPackage } from '../check/check-package.ts'
import { startCompany, type Company } from './company.ts'

/** As long as a scope may be: whatever the application names after it fits, too. */
const OWN_SCOPE = 'x_1906732_accord_2'

let acme: Company
let globex: Company

beforeAll(async () => {
  acme = await startCompany('Acme', DEFAULT_SCOPE)
  globex = await startCompany('Globex', OWN_SCOPE)
}, 300_000)

afterAll(async () => {
  await acme?.close()
  await globex?.close()
})

const packageOf = async (scope: string) => readArchive(await readFile((await buildApp(scope)).zip))

test('the package under an own scope is the same application, whole, and shares no name and no id with the other', async () => {
  const [ours, theirs] = [await packageOf(DEFAULT_SCOPE), await packageOf(OWN_SCOPE)]
  expect(checkPackage(theirs).flatMap(({ findings }) => findings)).toEqual([])
  const [before, after] = [takeApart(ours), takeApart(theirs)]
  expect([before.scope, after.scope]).toEqual([DEFAULT_SCOPE, OWN_SCOPE])
  const installed = (built: typeof before) => built.records.filter(({ action }) => action === 'INSERT_OR_UPDATE')
  expect(installed(after)).toHaveLength(installed(before).length)
  const ids = new Set(installed(before).map(({ sysId }) => sysId))
  expect(installed(after).filter(({ sysId }) => ids.has(sysId))).toEqual([])
  // The scope itself stands there still, since the protocol names the default one; no table, role or property of it does.
  const ofTheDefault = new RegExp(`${DEFAULT_SCOPE}[_.][a-z]`)
  expect([...theirs].filter(([, content]) => ofTheDefault.test(content.toString())).map(([name]) => name)).toEqual([])
})

test('each instance answers below its own scope only', async () => {
  const answers = async (company: Company, scope: string) =>
    (await company.instance.nobody.send('GET', apiBaseOf(scope) + INSTANCE_API.discovery)).status
  expect([await answers(acme, DEFAULT_SCOPE), await answers(globex, OWN_SCOPE)]).toEqual([200, 200])
  expect([await answers(acme, OWN_SCOPE), await answers(globex, DEFAULT_SCOPE)]).not.toContain(200)
})

test('the node has learnt the scope of its instance while pairing, and reaches it', async () => {
  for (const { instance } of [acme, globex]) {
    const { result } = await instance.maintainer.call('POST', CONSOLE_CALLS.checkPrerequisites.path)
    const { prerequisites } = PrerequisiteCheck.parse(result)
    expect(prerequisites.find(({ code }) => code === 'instance_reachable')).toMatchObject({ state: 'ok' })
  }
})

const resolve = async (company: Company, url: string) => {
  const { status, result } = await company.instance.admin.call('POST', CONSOLE_CALLS.resolveDestination.path, { url })
  return { status, result }
}

test('the URL of an instance leads to its node where the scope is the default one, and else its own node is asked for', async () => {
  expect((await resolve(globex, acme.instance.url)).result).toMatchObject({ found: { node: { name: 'Acme' } } })
  expect(await resolve(acme, globex.instance.url)).toMatchObject({
    status: 422,
    result: {
      code: 'node_url_needed',
      responsible: 'local-admin',
      remedy: expect.stringContaining('Ask the other side for the URL of its node'),
    },
  })
  expect((await resolve(acme, globex.bridge.listenUrl)).result).toMatchObject({ found: { node: { name: 'Globex' } } })
  expect((await resolve(globex, globex.instance.url)).result).toMatchObject({ local: true })
})

test('two instances of different scopes are connected, and the tables of both say so', async () => {
  const initiated = await acme.instance.admin.call('POST', CONSOLE_CALLS.initiateConnection.path, {
    requestId: randomUUID(),
    destinationUrl: globex.bridge.listenUrl,
    mode: 'script',
    localShortName: 'Acme',
    remoteShortName: 'Globex',
    name: 'Two scopes',
    description: '',
  })
  const { code } = IssuedInvitation.parse(initiated.result)
  const accepted = await globex.instance.admin.call('POST', CONSOLE_CALLS.acceptInvitation.path, { text: code })
  expect(ConnectionDetail.parse(accepted.result).connection.state).toBe('active')
  const rowOf = async ({ instance }: Company, scope: string) =>
    (await instance.auditor.rows(`${scope}_connection`, 'name=Two scopes'))[0]
  expect(await rowOf(globex, OWN_SCOPE)).toMatchObject({ state: 'active', remote_name: 'Acme' })
  const row = await eventually('the callback of its node reaches Acme', async () => {
    const found = await rowOf(acme, DEFAULT_SCOPE)
    return found?.['state'] === 'active' ? found : undefined
  })
  expect(row).toMatchObject({ remote_name: 'Globex' })

  // The other way: what Acme changes reaches Globex by a callback below its own scope.
  await acme.instance.maintainer.call('POST', `/console/connections/${row['node_connection_id']}/deactivate`, {})
  await eventually('the callback of its node reaches Globex', async () =>
    (await rowOf(globex, OWN_SCOPE))?.['state'] === 'deactivated_by_peer' ? true : undefined,
  )
}, 60_000)

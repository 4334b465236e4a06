import { CONSOLE_CALLS } from '@accord/shared/contracts'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { installedInstance, paired, type TestInstance } from './installed-instance.ts'
import { startScriptedNode, type ScriptedNode } from './scripted-node.ts'

let instance: TestInstance
let node: ScriptedNode

const setProperty = (name: string, value: string) =>
  instance.mutate('insert', 'sys_properties', undefined, { name, value, type: 'string' })

beforeAll(async () => {
  instance = await installedInstance()
  node = await startScriptedNode()
  // What an administrator may do to find a fault: log whatever goes out, and of bodies as much as the platform allows.
  await setProperty('glide.outbound_http_log.override', 'true')
  await setProperty('glide.outbound_http_log.override.level', 'all')
  await setProperty('glide.outbound_http.content.max_limit', '1000')
  await setProperty('simulator.documented_methods_only', 'true')
  await paired(instance, node.url)
}, 180_000)

afterAll(async () => {
  await node.close()
  await instance.close()
})

test('what a person wrote reaches the node as it was written, though the platform takes ${…} for variables', async () => {
  node.reply('previewInvitation', { status: 409, json: { code: 'name_taken' } })
  const text = 'Tickets of ${team}: $1, ${'
  await instance.admin.call('POST', CONSOLE_CALLS.previewInvitation.path, { code: text })
  expect(node.requests.at(-1)?.body).toMatchObject({ code: text })
})

test('no secret of a body is in the outbound log, though it keeps all that it can', async () => {
  const logged = await instance.stored('sys_outbound_http_log')
  expect(logged.map(({ path }) => path)).toContain('/instance/v1/pairing')
  const bodies = logged.map((row) => row['request_body']).join('\n')
  expect(bodies).toMatch(/^ {1000}/)
  for (const secret of [node.secrets().token, node.secrets().callbackKey, node.secrets().pairingSecret])
    expect(bodies).not.toContain(secret)
})

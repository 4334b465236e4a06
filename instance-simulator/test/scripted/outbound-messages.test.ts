import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { scriptsOf, type Scripts } from '../contract/evaluate.ts'
import { contractTarget, type ContractTarget } from '../contract/target.ts'

/** What RESTMessageV2 puts on the wire, seen by the service that it calls: all by HTTP. */
let instance: ContractTarget
let scripts: Scripts
let peer: Server
let url: string
const received: { path: string; kind: string; body: string }[] = []

beforeAll(async () => {
  instance = await contractTarget()
  scripts = scriptsOf(instance)
  peer = createServer((request, response) => {
    if (request.url === '/slow') return
    if (request.url === '/large') return void response.end(Buffer.alloc(6 * 1024 * 1024, 'a'))
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      received.push({ path: request.url ?? '', kind: String(request.headers['x-kind'] ?? ''), body })
      response.end('taken')
    })
  })
  await new Promise<void>((resolve) => peer.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(peer.address() as AddressInfo).port}`
})
afterAll(async () => {
  peer.closeAllConnections()
  peer.close()
  await instance.close()
})

const send = async (calls: string, path = '/a/${part}') => {
  received.length = 0
  const answer = await scripts.evaluate(`var m = new sn_ws.RESTMessageV2(); m.setHttpMethod('post');
    m.setEndpoint('${url}${path}'); m.setRequestHeader('X-Kind', 'k \${part}'); m.setRequestBody('costs \${part} $5 \${nobody}');
    ${calls}; var r = m.execute(); return [r.getStatusCode(), r.getErrorMessage()]`)
  return { answer, sent: received[0] }
}

test('${…} is a variable in path, headers and body: what was set, escaped for XML, or nothing', async () => {
  expect((await send(`m.setStringParameter('part', 'a&b')`)).sent).toMatchObject({
    kind: 'k a&amp;b',
    body: 'costs a&amp;b $5 ',
  })
  expect((await send(`m.setStringParameterNoEscape('part', 'x')`)).sent).toEqual({
    path: '/a/x',
    kind: 'k x',
    body: 'costs x $5 ',
  })
  expect((await send('')).sent).toEqual({ path: '/a/', kind: 'k', body: 'costs  $5 ' })
})

test('a message that disables forced substitution goes out as it is written', async () => {
  const { sent } = await send('m.disableForcedVariableSubstitution()', '/a')
  expect(sent).toEqual({ path: '/a', kind: 'k ${part}', body: 'costs ${part} $5 ${nobody}' })
})

test('no message waits longer than the instance allows, whatever it asks for', async () => {
  const property = { name: 'glide.http.outbound.max_timeout', value: '1' }
  const made = await instance.call('POST', '/api/now/table/sys_properties', { body: property })
  expect((await send('m.setHttpTimeout(3600000)', '/slow')).answer).toEqual([0, 'Request timed out'])
  const { sys_id: sysId } = made.json<{ result: { sys_id: string } }>().result
  await instance.call('DELETE', `/api/now/table/sys_properties/${sysId}`)
})

test('an answer of more than five megabytes is an error, unless the property allows it', async () => {
  expect((await send('', '/large')).answer).toEqual([0, expect.stringContaining('too large')])
  const property = { name: 'glide.pf.rest.response_payload_max_size', value: '7' }
  const made = await instance.call('POST', '/api/now/table/sys_properties', { body: property })
  expect((await send('', '/large')).answer).toEqual([200, null])
  const { sys_id: sysId } = made.json<{ result: { sys_id: string } }>().result
  await instance.call('DELETE', `/api/now/table/sys_properties/${sysId}`)
})

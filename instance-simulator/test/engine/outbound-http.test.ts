import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { timeoutOf } from '../../src/engine/host/http-operations.ts'
import { scriptWorld, type ScriptWorld } from './script-world.ts'

let world: ScriptWorld
let server: Server
let base: string

beforeAll(async () => {
  world = scriptWorld()
  server = createServer((request, response) => {
    if (request.url === '/slow') return
    if (request.url === '/moved') {
      response.writeHead(302, { location: `${base}/there` }).end()
      return
    }
    if (request.url?.startsWith('/nest/')) {
      // What the bridge does: while the script waits, it calls the instance, whose script calls out again.
      const depth = Number(request.url.split('/')[2])
      void world
        .script(call(depth > 0 ? `/nest/${depth - 1}` : '/echo'))
        .then((text) => response.end(`${depth}${String(text)}`))
      return
    }
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      response.writeHead(request.url === '/teapot' ? 418 : 200, { 'X-Answer': 'yes' })
      response.end(
        body === ''
          ? 'pong'
          : `${request.method} ${request.headers['content-type']} ${request.headers.authorization} ${body}`,
      )
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await world.close()
})

const call = (path: string) =>
  `var m = new sn_ws.RESTMessageV2(); m.setHttpMethod('get'); m.setEndpoint('${base}${path}'); m.execute().getBody()`
const facts = `JSON.stringify([r.getStatusCode(), r.haveError(), r.getErrorMessage(), r.getBody(), r.getHeader('x-answer')])`

test('method, headers, basic credentials and body reach the other side', async () => {
  const text =
    await world.script(`var m = new sn_ws.RESTMessageV2(); m.setHttpMethod('POST'); m.setEndpoint('${base}/x'); m.setRequestHeader('Content-Type', 'application/json');
    m.setBasicAuth('u', 'p'); m.setRequestBody('{"ä":1}'); m.execute().getBody()`)
  expect(text).toBe(`POST application/json Basic ${btoa('u:p')} {"ä":1}`)
})

const posted = (setup: string) => world.script(`var m = new sn_ws.RESTMessageV2(); m.setHttpMethod('POST');
  m.setEndpoint('${base}/x'); m.setRequestHeader('Content-Type', 'text/plain'); m.setBasicAuth('u', 'p');
  m.setRequestBody('a \${who}, b \${ nobody }, c $5 {x}'); ${setup}; m.execute().getBody()`) // prettier-ignore

test('${…} in a body is a variable: what was set for it, escaped unless asked otherwise, or nothing', async () => {
  const sent = (body: string) => `POST text/plain Basic ${btoa('u:p')} ${body}`
  await expect(posted('')).resolves.toBe(sent('a , b , c $5 {x}'))
  await expect(posted(`m.setStringParameter('who', '<b>')`)).resolves.toBe(sent('a &lt;b&gt;, b , c $5 {x}'))
  await expect(posted(`m.setStringParameterNoEscape('who', '<b>')`)).resolves.toBe(sent('a <b>, b , c $5 {x}'))
})

test('a message that disables forced substitution is sent as it is written', async () => {
  await expect(posted('m.disableForcedVariableSubstitution()')).resolves.toBe(
    `POST text/plain Basic ${btoa('u:p')} a \${who}, b \${ nobody }, c $5 {x}`,
  )
})

test('no message waits longer than the instance allows, and the instance allows no more than 30 seconds', async () => {
  const capped = (seconds: string | undefined, enabled?: string) => (asked?: number) =>
    timeoutOf((name) => (name.endsWith('.enabled') ? enabled : seconds), asked)
  expect([60_000, 10_000, undefined].map(capped(undefined))).toEqual([30_000, 10_000, 30_000])
  expect([60_000, 10_000, undefined].map(capped('45'))).toEqual([30_000, 10_000, 30_000])
  expect([60_000, undefined].map(capped('30', 'false'))).toEqual([60_000, 300_000])
  const impatient = scriptWorld()
  try {
    impatient.add('sys_properties', { name: 'glide.http.outbound.max_timeout', value: '1' })
    const text = await impatient.script(
      `var m = new sn_ws.RESTMessageV2(); m.setHttpTimeout(3600000); m.setEndpoint('${base}/slow'); m.execute().getErrorMessage()`,
    )
    expect(text).toBe('Request timed out')
  } finally {
    await impatient.close()
  }
})

test('an error status is an answer with haveError', async () => {
  const text = await world.script(
    `var m = new sn_ws.RESTMessageV2(); m.setEndpoint('${base}/teapot'); var r = m.execute(); ${facts}`,
  )
  expect(JSON.parse(String(text))).toEqual([418, true, 'Method failed with code: 418', 'pong', 'yes'])
})

const message = (path: string, calls: string) =>
  `var m = new sn_ws.RESTMessageV2(); m.setEndpoint('${base}${path}'); ${calls}; m.execute()`

test('${…} is a variable in every part of a message until the script says otherwise', async () => {
  const sent =
    'm.setHttpMethod("POST"); m.setRequestHeader("Content-Type", "${kind}"); m.setRequestBody("costs ${price} $5")'
  const filled = await world.script(`${message('/x', `${sent}; m.setStringParameter("kind", "a&b")`)}.getBody()`)
  expect(filled).toBe('POST a&amp;b undefined costs  $5')
  const left = await world.script(`${message('/x', `${sent}; m.disableForcedVariableSubstitution()`)}.getBody()`)
  expect(left).toBe('POST ${kind} undefined costs ${price} $5')
})

test('a redirect is followed unless the script refuses it or allows other addresses only', async () => {
  const status = async (calls: string) => world.script(`${message('/moved', calls)}.getStatusCode()`)
  expect(await status('')).toBe(200)
  expect(await status('m.setFollowRedirect(false)')).toBe(302)
  expect(await status('m.setAllowedRedirectURIs([])')).toBe(302)
  expect(await status(`m.setAllowedRedirectURIs(['${base}/there'])`)).toBe(200)
})

test('what no document names can be taken away', async () => {
  const { store } = world
  const row = store.insert('sys_properties', { name: 'simulator.documented_methods_only', value: 'true' }, world.caller)
  await expect(world.script('typeof new sn_ws.RESTMessageV2().setFollowRedirect')).resolves.toBe('undefined')
  store.remove('sys_properties', row['sys_id'] ?? '', world.caller)
  await expect(world.script('typeof new sn_ws.RESTMessageV2().setFollowRedirect')).resolves.toBe('function')
})

test('no call outlives the platform’s own limit', async () => {
  const { store } = world
  const row = store.insert('sys_properties', { name: 'glide.http.outbound.max_timeout', value: '1' }, world.caller)
  await expect(world.script(`${message('/slow', 'm.setHttpTimeout(60000)')}.getErrorMessage()`)).resolves.toBe(
    'Request timed out',
  )
  store.remove('sys_properties', row['sys_id'] ?? '', world.caller)
})

test('the outbound log keeps headers at elevated and the beginning of bodies at all', async () => {
  const { store } = world
  const logged = async (level: string) => {
    await world.script(
      message(
        '/x',
        `m.setHttpMethod('POST'); m.setBasicAuth('u', 'p'); m.setRequestBody('0123456789'.repeat(200)); ${level}`,
      ),
    )
    return store.query('sys_outbound_http_log', {}, world.caller).at(-1)
  }
  expect(await logged('')).toMatchObject({ method: 'POST', path: '/x', response_status: '200', request_length: '2000', request_headers: '', request_body: '' }) // prettier-ignore
  const elevated = await logged('m.setLogLevel("elevated")')
  expect([elevated?.['request_headers'], elevated?.['request_body']]).toEqual([expect.stringContaining('Basic'), ''])
  expect((await logged('m.setLogLevel("all")'))?.['request_body']).toHaveLength(100)
})

test('nobody there and too slow are distinguished, with status 0', async () => {
  const refused = await world.script(
    `var m = new sn_ws.RESTMessageV2(); m.setEndpoint('http://127.0.0.1:1/'); var r = m.execute(); ${facts}`,
  )
  expect(JSON.parse(String(refused))).toEqual([0, true, expect.stringContaining('Connection refused'), '', null])
  const slow = await world.script(
    `var m = new sn_ws.RESTMessageV2(); m.setHttpTimeout(150); m.setEndpoint('${base}/slow'); var r = m.execute(); ${facts}`,
  )
  expect(JSON.parse(String(slow))).toEqual([0, true, 'Request timed out', '', null])
})

test('a script that waits for a caller that waits for a script: six deep, no deadlock', async () => {
  await expect(world.script(call('/nest/5'))).resolves.toBe('543210pong')
})

test('waiting for an answer is not computing: a slow answer outlives the time limit', async () => {
  const hasty = scriptWorld({ scriptMs: 1000 })
  try {
    const text = await hasty.script(
      `var m = new sn_ws.RESTMessageV2(); m.setHttpTimeout(1500); m.setEndpoint('${base}/slow'); m.execute().getErrorMessage()`,
    )
    expect(text).toBe('Request timed out')
  } finally {
    await hasty.close()
  }
})

test('at the bound of nested scripts the innermost is refused, and the engine is free again', async () => {
  const narrow = scriptWorld({ max: 1, queueMs: 200 })
  try {
    const outer = narrow.script(
      `var m = new sn_ws.RESTMessageV2(); m.setHttpTimeout(600); m.setEndpoint('${base}/slow'); m.execute().getStatusCode()`,
    )
    await expect(narrow.script('1')).rejects.toThrow(/none ended in time/)
    await expect(outer).resolves.toBe(0)
    await expect(narrow.script('2')).resolves.toBe(2)
  } finally {
    await narrow.close()
  }
})

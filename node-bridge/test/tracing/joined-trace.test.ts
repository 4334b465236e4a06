import { randomBytes } from 'node:crypto'

import { OPERATIONS } from '@accord/shared/contracts'
import { ConnectionDetail } from '@accord/shared/schemas'
import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { eventually } from '../faults/company/eventually.ts'
import { untilBothActive } from '../faults/handshake/agreement.ts'
import { initiate, type Invited } from '../faults/handshake/handshake.ts'
import { startPair, type Pair } from '../faults/handshake/pair.ts'
import { startSpanCollector, type CollectedSpan, type SpanCollector } from './span-collector.ts'

const TRACE_ID = randomBytes(16).toString('hex')
const ROOT_SPAN = randomBytes(8).toString('hex')

let collector: SpanCollector
let pair: Pair
let invited: Invited
let spans: CollectedSpan[]

/** Two real nodes that send to one collector, as the operators of two companies would when they search together. */
beforeAll(async () => {
  collector = await startSpanCollector()
  const environment = { ACCORD_OTLP_ENDPOINT: collector.url }
  pair = await startPair({ source: { environment }, destination: { environment } })
  invited = await initiate(pair.source)
  await untilBothActive(pair, { ...invited, destinationConnectionId: await acceptTraced() })
  spans = await eventually('the collector has the whole trace', () => {
    const own = collector.spans.filter(({ traceId }) => traceId === TRACE_ID)
    return own.filter(({ name }) => name === 'call instance').length >= 2 && confirmsOf(own) ? own : undefined
  })
}, 60_000)

afterAll(async () => {
  await pair.close()
  await collector.close()
})

const confirmsOf = (own: readonly CollectedSpan[]) => own.some(({ name }) => name === 'confirmConnection')

/** As the instance calls: its own request is the root of the trace. */
async function acceptTraced(): Promise<string> {
  const { bridge, secrets } = pair.destination
  const answer = await fetch(bridge.url + OPERATIONS.acceptInvitation.path, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${secrets.instanceToken}`,
      'content-type': 'application/json',
      traceparent: `00-${TRACE_ID}-${ROOT_SPAN}-01`,
    },
    body: JSON.stringify({ text: invited.code, actor: 'admin' }),
  })
  return ConnectionDetail.parse(await answer.json()).connection.id
}

/** The names from a span up to the call of the instance. */
function causesOf(span: CollectedSpan | undefined): string[] {
  if (span === undefined) return []
  const parent = spans.find(({ spanId }) => spanId === span.parentSpanId)
  return [span.name, ...(parent ? causesOf(parent) : [span.parentSpanId === ROOT_SPAN ? 'the instance' : 'nobody'])]
}

test('the redeem at the source was caused by the call of the other company’s instance, over the job and the wire', () => {
  expect(causesOf(spans.find(({ name }) => name === 'redeemInvitation'))).toEqual([
    'redeemInvitation',
    'call remote node',
    'job handshake',
    'acceptInvitation',
    'the instance',
  ])
})

test('one trace holds spans of both processes, and none of them hangs in the air', () => {
  expect(new Set(spans.map(({ process }) => process)).size).toBe(2)
  for (const span of spans) expect(causesOf(span).at(-1)).toBe('the instance')
})

test('the callbacks to both instances belong to it, and each instance receives the trace id', () => {
  const callers = spans.filter(({ name }) => name === 'call instance')
  expect(new Set(callers.map(({ process }) => process)).size).toBe(2)
  for (const { instance } of [pair.source, pair.destination])
    expect(instance.traceparents.some((text) => text.includes(TRACE_ID))).toBe(true)
})

test('lines of the log are found by the trace id, at both nodes', () => {
  for (const { bridge } of [pair.source, pair.destination])
    expect(bridge.output('stderr')).toContain(`"traceId":"${TRACE_ID}"`)
})

test('spans hold words of the protocol, ids and numbers: no secret, no name, no address', () => {
  const text = collector.text()
  const { source, destination } = pair
  for (const { secrets } of [source, destination])
    for (const secret of Object.values(secrets)) expect(text).not.toContain(secret)
  for (const word of [invited.code, 'admin', 'Company A', 'Made while the network breaks', '127.0.0.1'])
    expect(text).not.toContain(word)
  expect(text).toContain(invited.sourceConnectionId)
})

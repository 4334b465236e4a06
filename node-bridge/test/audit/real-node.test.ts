import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { AuditLine, AuditVerdict } from '@accord/shared/schemas'

import { entryOfLine } from '../../src/audit/audit-line.ts'
import { verifyChain } from '../../src/audit/verify-chain.ts'
import { eventually } from '../faults/company/eventually.ts'
import { startRealNode, type RealNode } from '../http/real-node.ts'
import { OPERATOR_TOKEN } from '../http/stub-services.ts'

let a: RealNode
let b: RealNode
beforeAll(async () => {
  a = await startRealNode('Company A')
  b = await startRealNode('Company B')
  for (const node of [a, b]) await post(node, '/instance/v1/pairing', node.pairing, '')
})
afterAll(async () => {
  await a.close()
  await b.close()
})

const post = async (node: RealNode, path: string, body: object, requestId: string) => {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${node.token}` }
  const response = await fetch(node.url + path, {
    method: 'POST',
    headers: requestId === '' ? headers : { ...headers, 'x-request-id': requestId },
    body: JSON.stringify(body),
  })
  expect(response.status).toBeLessThan(300)
  return (await response.json()) as { code: string; connection: { id: string } }
}

const asOperator = async (node: RealNode, path: string) => {
  const response = await fetch(node.url + path, { headers: { authorization: `Bearer ${OPERATOR_TOKEN}` } })
  expect(response.status).toBe(200)
  return response
}

async function exportOf(node: RealNode, pageSize: number): Promise<AuditLine[]> {
  const lines: AuditLine[] = []
  for (;;) {
    const response = await asOperator(node, `/operator/v1/audit?after=${lines.at(-1)?.seq ?? 0}&limit=${pageSize}`)
    expect(response.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8')
    const text = await response.text()
    if (text === '') return lines
    lines.push(
      ...text
        .trimEnd()
        .split('\n')
        .map((line) => AuditLine.parse(JSON.parse(line))),
    )
  }
}

const invitation = (name: string) => ({
  requestId: randomUUID(),
  destinationUrl: null,
  mode: 'script',
  localShortName: 'A',
  remoteShortName: 'B',
  name,
  description: '',
  actor: 'abel.tuter',
})

const brief = ({ action, actor, caller, source }: AuditLine) => [action, actor, caller, source]

/** The first user of the node's own console is made at the start, too. */
const isOfNoConsole = ({ action }: AuditLine) => !action.startsWith('console.')

test('a handshake leaves who did it at both sides: the admins by their door, the other node by its own', async () => {
  const issued = await post(a, '/instance/v1/connections', invitation('A to B'), 'initiate-1')
  const accept = { text: issued.code, actor: 'beth.anglin' }
  await post(b, '/instance/v1/invitations/accept', accept, 'accept-001')
  const ofA = await eventually('the source has recorded the first signed call', async () => {
    const lines = await exportOf(a, 3)
    return lines.some(({ action }) => action === 'connection.activated') ? lines : undefined
  })
  const fromA = ofA.filter(isOfNoConsole)
  expect(fromA.map(brief)).toEqual([
    ['node.created', 'node', 'self', 'node'],
    ['node.started', 'node', 'self', 'node'],
    ['pairing.codeIssued', 'operator', 'self', 'node'],
    ['pairing.codeIssued', 'operator', 'self', 'node'],
    ['pairing.replaced', 'admin', 'instance', '127.0.0.1'],
    ['connection.initiated', 'abel.tuter', 'instance', '127.0.0.1'],
    ['connection.redeemed', 'remote node', 'node', '127.0.0.1'],
    ['connection.activated', 'remote node', 'node', '127.0.0.1'],
  ])
  expect(fromA[5]).toMatchObject({ requestId: 'initiate-1', subject: issued.connection.id })
  const ofB = (await exportOf(b, 500)).filter(isOfNoConsole)
  expect(ofB.map(brief).slice(5, 7)).toEqual([
    ['connection.accepted', 'beth.anglin', 'instance', '127.0.0.1'],
    ['connection.granted', 'remote node', 'self', 'node'],
  ])
  expect(ofB[5]?.requestId).toBe('accept-001')
})

test('of forty calls at once each is recorded with its own request', async () => {
  const wanted = Array.from({ length: 40 }, (_, i) => `Connection ${i}`)
  await Promise.all(wanted.map((name) => post(a, '/instance/v1/connections', invitation(name), name.replace(' ', '-'))))
  const found = new Map((await exportOf(a, 500)).map(({ details, requestId }) => [Object(details)['name'], requestId]))
  for (const name of wanted) expect(found.get(name)).toBe(name.replace(' ', '-'))
})

const follow = (texts: readonly string[]) =>
  verifyChain(
    (async function* () {
      yield texts.map(entryOfLine)
    })(),
  )

test('an export can be followed without the node, and shows a line that was changed', async () => {
  const lines = (await exportOf(a, 500)).map((line) => JSON.stringify(line))
  expect(await follow(lines)).toMatchObject({ entries: lines.length, broken: null })
  const at = lines.findIndex((line) => line.includes('abel.tuter'))
  const forged = lines.with(at, (lines[at] ?? '').replace('abel.tuter', 'beth.anglin'))
  expect(await follow(forged)).toMatchObject({ broken: { seq: at + 1 } })
})

test('the node checks its own chain, and refuses a page that makes no sense', async () => {
  const verdict = AuditVerdict.parse(await (await asOperator(a, '/operator/v1/audit/verification')).json())
  expect(verdict).toMatchObject({ intact: true, seal: 'fits', waiting: 0, broken: null })
  for (const query of ['after=-1', 'limit=0', 'limit=5000', 'after=x', 'since=1']) {
    const response = await fetch(`${a.url}/operator/v1/audit?${query}`, {
      headers: { authorization: `Bearer ${OPERATOR_TOKEN}` },
    })
    expect([query, response.status]).toEqual([query, 400])
  }
})

test('no secret of the handshake stands in the log', async () => {
  const issued = await post(a, '/instance/v1/connections', invitation('Secret'), '')
  const whole = JSON.stringify(await exportOf(a, 500))
  const { token, callbackKey, pairingSecret } = a.pairing as Record<string, string>
  for (const secret of [issued.code.slice(-60), token, callbackKey, pairingSecret, OPERATOR_TOKEN])
    expect(whole).not.toContain(secret)
})

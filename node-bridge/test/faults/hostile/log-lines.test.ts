import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { startCompany, type Company } from '../company/company.ts'
import { eventually } from '../company/eventually.ts'
import { send } from './send.ts'

/** What would end a line, colour a terminal, or pass for an entry of its own, had it been written as it came. */
const FORGED = '{"level":30,"msg":"forged entry"}'
const TRICKS = [`x\n${FORGED}`, `x\r\n${FORGED}`, '\u001B[2J\u001B[31mred', '\u0000zero', '\u2028line', '\u009B31mred']

let company: Company

beforeAll(async () => {
  company = await startCompany('Company A', { logLevel: 'trace' })
}, 60_000)

afterAll(() => company.close())

const asHeader = (text: string): string => text.replaceAll(/[^\t\u0020-\u007E\u0080-\u00FF]/gu, ' ')

async function saySomethingHostile(trick: string): Promise<void> {
  const { bridge, secrets } = company
  const bearer = { authorization: `Bearer ${secrets.instanceToken}` }
  const body = (facts: object) => JSON.stringify(facts)
  await send(`${bridge.url}/node/v1/${encodeURIComponent(trick)}`, { body: '{}' })
  await send(`${bridge.url}/node/v1/connections/${encodeURIComponent(trick)}/confirm?${encodeURIComponent(trick)}=1`)
  await send(`${bridge.url}/instance/v1/invitations/preview`, { headers: bearer, body: body({ text: trick }) })
  await send(`${bridge.url}/instance/v1/invitations/preview`, { headers: bearer, body: body({ [trick]: trick }) })
  await send(`${bridge.url}/instance/v1/connections`, { headers: bearer, body: body({ name: trick, actor: trick }) })
  await send(`${bridge.url}/node/v1/invitations/x/redeem`, {
    headers: Object.fromEntries(
      ['x-request-id', 'user-agent', 'traceparent', 'authorization', 'x-forwarded-for', 'content-type', 'host'].map(
        (name) => [name, asHeader(trick)],
      ),
    ),
    body: trick,
  })
}

test('whatever a stranger sends, each line of the log is one entry of ours in plain characters', async () => {
  // Among them is the notice that is for a person at the terminal.
  const before = new Set(company.bridge.lines())
  for (const trick of TRICKS) await saySomethingHostile(trick)
  await send(`${company.bridge.url}/healthz`, { method: 'GET', headers: { 'x-request-id': 'the-last-one-of-all' } })
  const written = await eventually('the last call is in the log', () => {
    const lines = company.bridge.lines()
    return Promise.resolve(lines.some((line) => line.includes('the-last-one-of-all')) ? lines : undefined)
  })
  const lines = written.filter((line) => !before.has(line))
  expect(lines.length).toBeGreaterThan(TRICKS.length * 6)
  for (const line of lines) {
    // Control characters, also those that no JSON parser minds: a terminal obeys them.
    expect(line).not.toMatch(/\p{Cc}/u)
    expect(JSON.parse(line)).toMatchObject({ level: expect.any(Number), time: expect.any(String) })
    expect(JSON.parse(line).msg).not.toBe('forged entry')
  }
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { AuditVerdict, ConnectionDetail, ConnectionList, InvitationPreview, NodeStatus } from '@accord/shared/schemas'

import { type Company, startCompany } from '../faults/company/company.ts'
import { eventually } from '../faults/company/eventually.ts'
import { redeemByHand, strangerAt } from '../stories/redeem-by-hand.ts'
import { accord, type Ended } from './accord.ts'

let acme: Company
let globex: Company
const directory = mkdtempSync(path.join(tmpdir(), 'accord-cli-'))

/** Two bridges in processes of their own; everything else here is the command line. */
beforeAll(async () => {
  acme = await startCompany('Acme')
  globex = await startCompany('Globex')
}, 60_000)
afterAll(async () => {
  await Promise.all([acme.close(), globex.close()])
  rmSync(directory, { recursive: true, force: true })
})

const at = ({ bridge, secrets }: Company, words: readonly string[], input = '', more = {}): Promise<Ended> =>
  accord(words, { ACCORD_URL: bridge.url, ACCORD_OPERATOR_TOKEN: secrets.operatorToken, ...more }, input)

async function must(company: Company, words: readonly string[], input = ''): Promise<string> {
  const ended = await at(company, words, input)
  expect([words[0], ended.code, ended.code === 0 ? '' : ended.stderr]).toEqual([words[0], 0, ''])
  return ended.stdout
}

const stateOf = async (company: Company, name: string): Promise<string> =>
  ConnectionDetail.parse(JSON.parse(await must(company, ['show', name, '--json']))).connection.state

const untilState = (company: Company, name: string, state: string) =>
  eventually(`${name} is ${state}`, async () => ((await stateOf(company, name)) === state ? true : undefined))

const inviteFor = async (name: string): Promise<string> =>
  (await must(acme, ['invite', '--local', 'Acme', '--remote', 'Globex', '--name', name, '--actor', 'abel'])).trim()

/** What PowerShell's `>` writes, and the same of programs that leave the mark out. */
const UTF_16 = [
  ['LE', '\uFEFF'],
  ['BE', '\uFEFF'],
  ['LE', ''],
  ['BE', ''],
] as const

test('the command line names the host that was entered, and the other that was named', async () => {
  const names = ['--local', 'Acme', '--remote', 'Globex', '--actor', 'abel']
  const enter = (to: string, name: string) => at(acme, ['invite', '--to', to, '--name', name, ...names])
  const named = await enter(globex.bridge.url, 'As entered')
  expect([named.code, named.stderr]).toEqual([0, expect.stringMatching(/^Their instance\s+http:\/\/127\.0\.0\.1/mu)])
  expect(named.stderr).not.toMatch(/^Other host/mu)
  const other = await enter(globex.bridge.url.replace('127.0.0.1', 'localhost'), 'Elsewhere')
  const warning = /^Other host\s+localhost:\d+ was entered, but the other side names 127\.0\.0\.1:\d+: go on only if/mu
  expect([other.code, other.stderr]).toEqual([0, expect.stringMatching(warning)])
  expect(await must(acme, ['show', 'Elsewhere'])).toMatch(warning)
  expect(await must(acme, ['show', 'As entered'])).not.toMatch(/^Other host/mu)
}, 60_000)

test('a connection from invitation to its end, by nothing but commands', async () => {
  const code = await inviteFor('By hand')
  expect(code).toMatch(/^accord1_\S+$/u)
  const seen = InvitationPreview.parse(JSON.parse(await must(globex, ['accept', '--json'], code)))
  expect(seen).toMatchObject({ name: 'By hand', nameFree: true })
  expect(ConnectionList.parse(JSON.parse(await must(globex, ['list', '--json']))).connections).toEqual([])
  const file = path.join(directory, 'code.txt')
  writeFileSync(file, `Here is the code:\n${code}\n`)
  for (const [encoding, mark] of UTF_16) {
    const inWide = path.join(directory, 'wide.txt')
    const bytes = Buffer.from(`${mark}${code}\r\n`, 'utf16le')
    writeFileSync(inWide, encoding === 'BE' ? bytes.swap16() : bytes)
    expect(await must(globex, ['accept', inWide])).toContain('By hand')
  }
  expect(await must(globex, ['accept', file, '--yes'])).toContain('active')
  await untilState(acme, 'by hand', 'active')
  expect(await must(acme, ['list'])).toMatch(/By hand\s+active\s+source\s+Globex/u)
  expect(await must(acme, ['list', '--search', 'globex', '--group', 'active'])).toContain('By hand')
  expect(await must(acme, ['list', '--group', 'paused', '--all'])).not.toContain('By hand')
  expect(await must(acme, ['show', 'By hand'])).toContain('abel')
  await must(globex, ['rotate-keys', 'By hand'])
  expect(await must(acme, ['rekey', 'By hand'])).toMatch(/^accord1_\S+\n$/u)
  await must(acme, ['deactivate', 'By hand'])
  await untilState(globex, 'By hand', 'deactivated_by_peer')
  await must(acme, ['activate', 'By hand'])
  await untilState(globex, 'By hand', 'active')
  await must(globex, ['delete', 'By hand'])
  await untilState(acme, 'By hand', 'terminated_by_peer')
}, 60_000)

test('a code can be revoked and issued again; a source that asks for approval decides', async () => {
  const first = await inviteFor('Changed mind')
  await must(acme, ['revoke', 'Changed mind'])
  expect(await stateOf(acme, 'Changed mind')).toBe('revoked')
  const second = (await must(acme, ['reissue', 'Changed mind'])).trim()
  expect(second).not.toBe(first)
  const careful = ['invite', '--local', 'Acme', '--remote', 'Globex', '--name', 'Careful', '--approval']
  await must(globex, ['accept', '--yes'], await must(acme, careful))
  await untilState(acme, 'Careful', 'awaiting_approval')
  await must(acme, ['approve', 'Careful'])
  await untilState(acme, 'Careful', 'active')
}, 60_000)

test('beside a code stands whether it is bound to a key, or to nobody', async () => {
  const names = ['--local', 'Acme', '--remote', 'Globex']
  await must(acme, ['invite', ...names, '--name', 'Bound', '--to', globex.proxy.url])
  expect(await must(acme, ['show', 'Bound'])).toMatch(
    /^Code bound to +key [0-9A-F]{4}(?:-[0-9A-F]{4}){3} of instance/mu,
  )
  await must(acme, ['invite', ...names, '--name', 'Unbound'])
  expect(await must(acme, ['show', 'Unbound'])).toMatch(/^Code bound to +nobody: whoever holds the code/mu)
})

test('who held a code and was refused stands beside the connection and in its log', async () => {
  const code = await inviteFor('Read on its way')
  await must(globex, ['accept', '--yes'], code)
  await untilState(acme, 'Read on its way', 'active')
  await redeemByHand(code, await strangerAt('https://node.initech.example'))
  const shown = await must(acme, ['show', 'Read on its way'])
  expect(shown).toMatch(
    /^Refused 1 +1 × already_redeemed, last \S+, by key [0-9A-F-]{19}, which calls itself “Initech”/mu,
  )
  expect(shown).toMatch(/redeemRefused.*\n.*by phone/u)
})

describe('exit codes', () => {
  const usage: [string, string[]][] = [
    ['an unknown command', ['invite-everyone']],
    ['an unknown option', ['list', '--colour']],
    ['a missing word', ['show']],
    ['a word too many', ['list', 'all']],
    ['invite without short names', ['invite']],
    ['an expiry that is no number', ['invite', '--local', 'A', '--remote', 'B', '--hours', 'many']],
    ['a code among the words', ['accept', 'accord1_eyJ']],
    ['a link with the code among the words', ['accept', 'https://node.example/accept#code=ACCORD1_eyJ']],
    ['a licence among the words', ['licence', 'install', 'eyJhbGciOiJFZDI1NTE5In0.e30.c2ln']],
    ['an anchor that is none', ['audit', 'verify', '--anchor', '1']],
    ['nothing on standard input', ['accept', '--yes']],
  ]
  test.each(usage)('2: %s', async (_, words) => {
    expect(await at(acme, words)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/\S/u) })
  })

  test('2: no address, no token', async () => {
    expect(await accord(['list'], {})).toMatchObject({ code: 2, stderr: expect.stringContaining('ACCORD_URL') })
    const withoutToken = await accord(['list'], { ACCORD_PUBLIC_URL: acme.bridge.url })
    expect(withoutToken).toMatchObject({ code: 2, stderr: expect.stringContaining('ACCORD_OPERATOR_TOKEN') })
  })

  test('1: what the node refuses, with its remedy', async () => {
    expect(await at(acme, ['show', 'No such'])).toMatchObject({ code: 1, stderr: expect.stringContaining('No such') })
    const wrongToken = await at(acme, ['list'], '', { ACCORD_OPERATOR_TOKEN: 'x'.repeat(30) })
    expect(wrongToken).toMatchObject({ code: 1, stderr: expect.stringContaining('unauthenticated') })
    const nonsense = await at(acme, ['accept'], 'nonsense')
    expect(nonsense).toMatchObject({ code: 1, stderr: expect.stringContaining('code_malformed') })
    const noJob = await at(acme, ['jobs', '--rerun', '0190a1b2-0000-7000-8000-000000000000'])
    expect(noJob).toMatchObject({ code: 1, stderr: expect.stringContaining('not_found') })
  })

  test('3: nobody there, or something that is no node', async () => {
    expect(await at(acme, ['list'], '', { ACCORD_URL: 'http://127.0.0.1:1' })).toMatchObject({ code: 3 })
    expect(await at(acme, ['list'], '', { ACCORD_URL: acme.instance.url })).toMatchObject({ code: 3 })
  })
})

test('the audit log leaves by a command, is followed with and without the node, and shows a change', async () => {
  const exported = await must(acme, ['audit', 'export'])
  const lines = exported.trimEnd().split('\n')
  const last = JSON.parse(lines.at(-1) ?? '') as { seq: number; hash: string }
  const file = path.join(directory, 'audit.ndjson')
  writeFileSync(file, exported)
  const anchor = `${last.seq}:${last.hash}`
  for (const words of [[], ['--file', file], ['--data-dir', acme.dataDir]])
    expect(await must(acme, ['audit', 'verify', ...words, '--anchor', anchor])).toContain('whole')
  const direct = await must(acme, ['audit', 'verify', '--data-dir', acme.dataDir, '--json'])
  expect(AuditVerdict.parse(JSON.parse(direct))).toMatchObject({ intact: true, seal: 'fits' })
  writeFileSync(file, exported.replace('abel', 'beth'))
  const broken = await at(acme, ['audit', 'verify', '--file', file])
  expect(broken).toMatchObject({ code: 1, stdout: expect.stringContaining('broken at entry') })
  writeFileSync(file, `${lines.slice(0, -1).join('\n')}\n`)
  const cut = await at(acme, ['audit', 'verify', '--file', file, '--anchor', anchor])
  expect(cut).toMatchObject({ code: 1, stdout: expect.stringContaining(`entry ${last.seq}`) })
}, 60_000)

test('doctor names what is not well, each with its remedy, and pairing and jobs are at hand', async () => {
  const examined = await at(acme, ['doctor'])
  expect(examined.stdout).toMatch(/ok +settings/u)
  expect(examined.stdout).toMatch(/ok +public_url/u)
  expect(examined.stdout).toMatch(/warning +tls: .*plain http/u)
  expect(examined.stdout).toMatch(/ok +audit: The audit log is whole/u)
  expect(examined.stdout.match(/→/gu)?.length).toBe(examined.stdout.match(/^(?:warning|FAILED)/gmu)?.length)
  expect(
    NodeStatus.shape.prerequisites.safeParse(JSON.parse((await at(acme, ['doctor', '--json'])).stdout).findings)
      .success,
  ).toBe(true)
  const misspelt = await at(acme, ['doctor'], '', { ACCORD_PORT: 'https' })
  expect(misspelt.stdout).toMatch(/warning +settings: ACCORD_PORT: /u)
  expect(await must(acme, ['pair'])).toMatch(/#pair=[\w-]{32}\n$/u)
  expect(await must(acme, ['jobs'])).toContain('QUEUE')
}, 60_000)

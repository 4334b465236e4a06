import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { systemCaller } from '../../instance-simulator/src/access/system-callers.ts'
import type { SimulatedInstance } from '../../instance-simulator/src/instance.ts'
import { everythingOf, probedInstance } from './probed-instance.ts'

let instance: SimulatedInstance
beforeAll(async () => {
  instance = await probedInstance(false)
})
afterAll(() => instance?.close())

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** The command itself, in a process of its own; `whileItRuns` may end it. */
function run(
  parameters: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  whileItRuns: (kill: (signal: NodeJS.Signals) => void) => Promise<void> = async () => undefined,
): Promise<Ended> {
  const main = join(import.meta.dirname, '../main.ts')
  const admin = {
    ACCORD_INSTANCE_URL: instance.baseUrl,
    ACCORD_INSTANCE_USER: 'admin',
    ACCORD_INSTANCE_PASSWORD: 'admin',
  }
  const child = spawn(process.execPath, [main, ...parameters], {
    env: { PATH: process.env['PATH'], NODE_OPTIONS: '--disable-warning=ExperimentalWarning', ...admin, ...environment },
  })
  const said = { out: '', err: '' }
  child.stdout.on('data', (part: Buffer) => (said.out += part.toString()))
  child.stderr.on('data', (part: Buffer) => (said.err += part.toString()))
  void whileItRuns((signal) => void child.kill(signal))
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...said })))
}

/** Until the instance holds something of the probe. */
async function untilSomethingIsMade(): Promise<void> {
  const isMade = () =>
    instance.store.query('sys_ws_operation', { encoded: 'nameLIKEaccord_probe' }, systemCaller).length > 0
  while (!isMade()) await new Promise((resolve) => setTimeout(resolve, 20))
}

test('help names every variable and option, and asks nothing', async () => {
  const { code, out } = await run(['--help'], { ACCORD_INSTANCE_URL: '' })
  expect(code).toBe(0)
  for (const word of [
    'ACCORD_INSTANCE_URL',
    'ACCORD_INSTANCE_CLIENT_ID',
    '--dry-run',
    '--json',
    '--only',
    '--even-production',
  ])
    expect(out).toContain(word)
})

test('rows come as text, and as JSON with what was seen', async () => {
  const text = await run(['--only', '18,24'])
  expect([text.code, text.out]).toEqual([
    0,
    expect.stringMatching(/18 confirmed[^]*24 confirmed[^]*2 confirmed, 0 refuted/u),
  ])
  const { code, out } = await run(['--json', '--only', '18'])
  expect([code, JSON.parse(out)]).toMatchObject([0, { rows: [{ row: 18, outcome: 'confirmed' }], kept: [] }])
})

test('a dry run says what each row would make', async () => {
  const { code, out } = await run(['--dry-run', '--only', '19,25'])
  expect(code).toBe(0)
  expect(out).toContain('19 a route and a property of type password2')
  expect(out).toContain('25 two routes and a user with the role snc_external')
})

test('after Ctrl-C the instance is what it was', async () => {
  const before = everythingOf(instance)
  const { code, err } = await run(['--only', '7,17'], {}, async (kill) => {
    await untilSomethingIsMade()
    kill('SIGINT')
  })
  expect([code, err]).toEqual([2, expect.stringContaining('removing what was made')])
  expect(everythingOf(instance)).toEqual(before)
}, 180_000)

test('what a killed run has left is found and removed by the next one', async () => {
  const before = everythingOf(instance)
  await run(['--only', '7'], {}, async (kill) => {
    await untilSomethingIsMade()
    kill('SIGKILL')
  })
  expect(everythingOf(instance)).not.toEqual(before)
  const { code, err } = await run(['--only', '18'])
  expect([code, err]).toEqual([0, expect.stringContaining('Removed what an earlier run left')])
  expect(everythingOf(instance)).toEqual(before)
}, 180_000)

const refusals: readonly (readonly [what: string, environment: Readonly<Record<string, string>>, said: string])[] = [
  ['no URL', { ACCORD_INSTANCE_URL: '' }, 'ACCORD_INSTANCE_URL is missing'],
  ['what is no URL', { ACCORD_INSTANCE_URL: 'dev1' }, 'is no URL'],
  ['a password over plain http', { ACCORD_INSTANCE_URL: 'http://dev1.example' }, 'must begin with https'],
  ['a name that nobody has', { ACCORD_INSTANCE_URL: 'https://accord-probe.invalid' }, 'no such name'],
  ['a closed port', { ACCORD_INSTANCE_URL: 'http://127.0.0.1:65531' }, 'nobody listens there'],
  ['no password', { ACCORD_INSTANCE_PASSWORD: '' }, 'ACCORD_INSTANCE_PASSWORD are missing'],
  ['a wrong password', { ACCORD_INSTANCE_PASSWORD: 'wrong' }, 'asks for a second factor'],
  [
    'an unknown client of OAuth',
    { ACCORD_INSTANCE_CLIENT_ID: 'a', ACCORD_INSTANCE_CLIENT_SECRET: 'b' },
    'Application Registry',
  ],
]

test.each(refusals)('%s is named, with what to do', async (_what, environment, said) => {
  const { code, err } = await run(['--only', '18'], environment)
  expect([code, err]).toEqual([2, expect.stringContaining(said)])
})

test('an instance that sleeps is summary from one that is none', async () => {
  const fault = async (kind: object) =>
    fetch(`${instance.baseUrl}/_simulator/faults`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(kind) }) // prettier-ignore
  await fault({ kind: 'hibernation', path: '/api/now', count: 1 })
  const asleep = await run(['--only', '18'])
  expect([asleep.code, asleep.err]).toEqual([2, expect.stringContaining('Row 10 of docs/unverified.md is confirmed')])
  await fault({ kind: 'unavailable', path: '/api/now', count: 1 })
  const none = await run(['--only', '18'])
  expect([none.code, none.err]).toEqual([2, expect.stringContaining('does not answer as a ServiceNow instance: 503')])
})

test('a production instance is asked only by somebody who says so', async () => {
  const [row] = instance.store.query('sys_properties', { encoded: 'name=glide.installation.production' }, systemCaller)
  const values = { name: 'glide.installation.production', value: 'true', type: 'boolean' }
  const { sys_id: id = '' } = row ?? instance.store.insert('sys_properties', values, systemCaller)
  instance.store.update('sys_properties', id, values, systemCaller)
  const { code, err } = await run(['--only', '18'])
  expect([code, err]).toEqual([2, expect.stringContaining('--even-production')])
  expect((await run(['--only', '18', '--even-production'])).code).toBe(0)
})

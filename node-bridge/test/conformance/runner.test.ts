import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { findFreePort } from '../faults/company/free-port.ts'
import { accept, type Company, initiate, readEvents, startCompany, untilState } from '../stories/company.ts'
import { type AlteringProxy, type Passing, startAlteringProxy, type Wrong } from './altering-proxy.ts'
import { runConformance } from './run-conformance.ts'

let acme: Company
let runs = 0
const asAnotherCaller = () => {
  runs += 1
  proxy.caller = `10.0.1.${runs}`
}
/** Acme's public address: what passes there can be made wrong. */
let proxy: AlteringProxy
beforeAll(async () => {
  proxy = await startAlteringProxy(() => acme.bridge.listenUrl)
  acme = await startCompany('Acme', undefined, undefined, {
    settings: { ACCORD_PUBLIC_URL: proxy.url, ACCORD_TRUSTED_PROXIES: '127.0.0.0/8' },
  })
})
afterAll(async () => {
  await acme.close()
  await proxy.close()
})

const runAgainstSource = async (wrong: Wrong = {}) => {
  const issued = await initiate(acme)
  proxy.wrong = wrong
  asAnotherCaller()
  const run = await runConformance(['--url', proxy.url, '--code', issued.code])
  proxy.wrong = {}
  return { ...run, ...issued }
}

test('our own node passes every check as the source, and the runner cleans up after itself', async () => {
  const { status, failed, passed, output, connection } = await runAgainstSource()
  expect(failed).toEqual([])
  expect(status).toBe(0)
  expect(passed.length).toBeGreaterThan(90)
  expect(output).toContain(`${passed.length} of ${passed.length} checks passed.`)
  await untilState(acme, connection.id, 'terminated_by_peer')
}, 60_000)

test('a code that wants an approval is checked up to it', async () => {
  const { connection, code } = await initiate(acme, { approval: true })
  asAnotherCaller()
  const { failed, passed, status } = await runConformance(['--url', proxy.url, '--code', code])
  expect([failed, status]).toEqual([[], 0])
  expect(passed).toContain('§5.7 a confirm before the approval receives awaiting_approval, signed')
  await untilState(acme, connection.id, 'terminated_by_peer')
}, 60_000)

test('without a code only what needs no secret is checked', async () => {
  asAnotherCaller()
  const { failed, passed, status } = await runConformance(['--url', proxy.url])
  expect([failed, status]).toEqual([[], 0])
  expect(passed).toContain('§4.1 discovery answers what the node is')
})

const accepting = async (wrong: Wrong, more: readonly string[] = []) => {
  const port = await findFreePort()
  const between = await startAlteringProxy(() => `http://127.0.0.1:${port}`)
  between.wrong = wrong
  const accepted: { id?: string } = {}
  asAnotherCaller()
  const words = ['--url', proxy.url, '--invite', '--listen', between.url, '--port', String(port), ...more]
  const run = await runConformance(words, (line) => {
    if (line.startsWith('accord1_')) void accept(acme, line).then(({ id }) => (accepted.id = id))
  })
  await between.close()
  return { ...run, accepted }
}

/** The runner is a source that nobody can call, and renews the keys. What passes to Acme can be made wrong. */
const acceptingOfPrivate = async (wrong: Wrong = {}) => {
  proxy.wrong = wrong
  asAnotherCaller()
  const accepted: string[] = []
  const run = await runConformance(['--url', proxy.url, '--invite', '--private', '--rekey', '--wait', '20'], (line) => {
    if (line.startsWith('accord1_')) void accept(acme, line).then(({ id }) => accepted.push(id))
  })
  proxy.wrong = {}
  return { ...run, accepted }
}

test('our own node passes every check as the destination of a private source, whose keys are renewed', async () => {
  const { failed, status, passed, accepted } = await acceptingOfPrivate()
  expect([failed, status]).toEqual([[], 0])
  expect(passed).toEqual(
    expect.arrayContaining([
      '§5.12 the redeem is fetched, signed, whole and proven',
      '§5.12 the grant makes the connection active, signed by the identity',
      '§5.11 the grant is settled, and a confirm by the fresh key is taken',
      '§5.11 the key before is a stranger',
    ]),
  )
  expect(new Set(accepted).size).toBe(1)
  expect(await readEvents(acme, accepted[0] ?? '')).toContain('rekeyed')
  await untilState(acme, accepted[0] ?? '', 'terminated_by_peer')
}, 60_000)

test('our own node passes every check of a re-key by a source that it calls', async () => {
  const { failed, status, passed, accepted } = await accepting({}, ['--rekey', '--wait', '20'])
  expect([failed, status]).toEqual([[], 0])
  // Once for the connection and once for its fresh keys.
  expect(passed.filter((check) => check === '§5.4 after the grant comes a signed confirm')).toHaveLength(2)
  expect(passed).toContain('§5.11 the key before is a stranger')
  await untilState(acme, accepted.id ?? '', 'terminated_by_peer')
}, 60_000)

test('our own node passes every check as the destination, and the connection ends', async () => {
  const { failed, status, passed, accepted } = await accepting({})
  expect([failed, status]).toEqual([[], 0])
  expect(passed.length).toBeGreaterThan(55)
  await untilState(acme, accepted.id ?? '', 'terminated_by_peer')
}, 60_000)

test('a destination that repeats the very same redeem is named', async () => {
  let first: string | undefined
  const { failed, status } = await accepting({
    request: (path, body) => (path.endsWith('/redeem') ? (first ??= body) : body),
  })
  expect([failed, status]).toEqual([['§5.6 after clock_skew it is repeated with the nonce'], 1])
}, 60_000)

interface Json {
  readonly code?: string
  readonly facts: { nonce?: string; versions?: string; differenceMs: number }
  keys?: string[]
}
const inJson = (change: (json: Json) => void) => (answer: Passing) => {
  const json = JSON.parse(answer.body || '{}') as Json
  change(json)
  answer.body = JSON.stringify(json)
}
const isFor = ({ path }: Passing, operation: string) => path.endsWith(`/${operation}`)
const unsign = (answer: Passing) => void delete answer.headers['accord-signature']

test.each<[string, Wrong, string[]]>([
  [
    'does not sign its answer to settle',
    { answer: (answer) => (isFor(answer, 'settle') ? unsign(answer) : undefined) },
    [
      '§5.12 a settle before the acceptance receives invitation_unknown, signed',
      '§5.12 a grant by another key than that in the code is proof_invalid, signed, and ends nothing',
      '§5.12 a grant for another redeem is proof_invalid, signed, and ends nothing',
      '§5.12 the grant makes the connection active, signed by the identity',
      '§5.12 the same grant again changes nothing',
      '§5.12 a refusal that comes after the grant changes nothing',
    ],
  ],
  [
    'tells everybody who asks that its code was accepted',
    (() => {
      const redeems = new Map<string, string>()
      return {
        answer: (answer: Passing) => {
          if (!isFor(answer, 'fetch') || answer.status !== 200) return
          if (!answer.body.includes('null')) redeems.set(answer.path, answer.body)
          answer.body = redeems.get(answer.path) ?? answer.body
        },
      }
    })(),
    ['§5.12 a stranger learns of no acceptance, though there is one'],
  ],
])(
  'an acceptor that %s is named',
  async (_, wrong, expected) => {
    const { failed, status } = await acceptingOfPrivate(wrong)
    expect([failed, status]).toEqual([expected, 1])
  },
  60_000,
)

test.each<[string, Wrong, string[]]>([
  [
    'lists no key in discovery',
    { answer: inJson((json) => (json.keys ? (json.keys = []) : undefined)) },
    ['§4.1 discovery lists the key that signed the code'],
  ],
  [
    'takes a body with an unknown member',
    { request: (path, body) => (path.endsWith('/redeem') ? body.replace(',"extra":1', '') : body) },
    ['§5.1 redeem with a member beside it in the body: malformed'],
  ],
  [
    'tells that an invitation exists',
    (() => {
      const seen = new Set<string>()
      return {
        answer: (answer: Passing) => {
          if (!isFor(answer, 'redeem') || answer.status !== 404) return
          if (seen.has(answer.path)) answer.headers['x-known'] = 'yes'
          seen.add(answer.path)
        },
      }
    })(),
    ['§5.1 a wrong proof and an unknown invitation cannot be distinguished'],
  ],
  [
    'gives no nonce',
    { answer: inJson((json) => json.code === 'clock_skew' && delete json.facts.nonce) },
    [
      '§5.6 a redeem of yesterday is given the time, the difference and a nonce',
      '§5.6 a nonce stands in for the clock, as often as it is used within its time',
      '§5.6 a call of yesterday is given the time; its nonce serves two calls, each once',
      '§5.6 a call of tomorrow is given the difference with its sign',
    ],
  ],
  [
    'names the difference of clocks the other way round',
    { answer: inJson((json) => json.code === 'clock_skew' && (json.facts.differenceMs *= -1)) },
    [
      '§5.6 a redeem of yesterday is given the time, the difference and a nonce',
      '§5.6 a nonce stands in for the clock, as often as it is used within its time',
      '§5.6 a call of yesterday is given the time; its nonce serves two calls, each once',
      '§5.6 a call of tomorrow is given the difference with its sign',
    ],
  ],
  [
    'does not say which ranges do not meet',
    { answer: inJson((json) => json.code === 'no_common_version' && delete json.facts.versions) },
    [
      '§5.3 no common version of rest is refused with both ranges',
      '§5.3 no common version of hubObject is refused with both ranges',
    ],
  ],
  [
    'answers a later redeem with a grant for the first',
    (() => {
      let first: string | undefined
      return { answer: (answer: Passing) => void (isGrant(answer) && (answer.body = first ??= answer.body)) }
    })(),
    ['§5.5 the same key redeems again, later, and gets the same connection'],
  ],
  [
    'takes a replay',
    {
      answer: (answer) => {
        if (answer.body.includes('"request_replayed"')) answer.status = 200
      },
    },
    [
      '§5.4 the same signed call twice is a replay',
      '§5.6 a call of yesterday is given the time; its nonce serves two calls, each once',
    ],
  ],
  [
    'does not sign a final refusal of a redeem',
    { answer: (answer) => void (answer.status === 409 && unsign(answer)) },
    [
      '§5.1 another connection key receives already_redeemed, signed',
      '§5.1 the same connection key with another identity receives already_redeemed, signed',
    ],
  ],
  [
    'does not sign the acknowledgement of a key',
    { answer: (answer) => void (isFor(answer, 'keys') && answer.status === 200 && unsign(answer)) },
    [
      '§5.10 a new key is taken and acknowledged, signed over the body',
      '§5.10 the same publication again changes nothing',
    ],
  ],
  [
    'forgets the end',
    { answer: (answer) => void (answer.status === 410 && isFor(answer, 'contact') && (answer.status = 404)) },
    ['§6.6 a contact after the end receives connection_gone, signed'],
  ],
])('a source that %s is named', async (_what, wrong, names) => {
  const { failed, status } = await runAgainstSource(wrong)
  expect(failed).toEqual(names)
  expect(status).toBe(1)
})

const isGrant = (answer: Passing): boolean => isFor(answer, 'redeem') && answer.status === 200

test('--help says how it is called, and a wrong call is refused', async () => {
  expect(await runConformance(['--help'])).toMatchObject({ status: 0, output: expect.stringContaining('--invite') })
  for (const words of [[], ['--url', 'ftp://x'], ['--url', proxy.url, '--invite'], ['--colour']])
    expect(await runConformance(words)).toMatchObject({ status: 2, output: expect.stringContaining('See --help.') })
})

import { writeFileSync } from 'node:fs'
import path from 'node:path'

import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { untilBothActive } from '../faults/handshake/agreement.ts'
import { initiate, shakeHands } from '../faults/handshake/handshake.ts'
import { startPair, type Pair, type Party } from '../faults/handshake/pair.ts'
import { EACH_FAULT } from '../faults/network/fault.ts'
import { inTurn } from '../faults/network/script.ts'
import { provokeCrash } from './crash-output.ts'
import { provokeRefusals } from './error-answers.ts'
import { masterKeyFileOf, secretsOfCode, secretsOfPeople, secretsOfVault } from './handshake-secrets.ts'
import { findSecrets, traceOf, tracesIn, type Trace } from './search.ts'
import { textSecret, type Secret } from './secret.ts'

let pair: Pair
let secrets: Secret[]
let answers: Trace[]
let crash: Awaited<ReturnType<typeof provokeCrash>>

/**
 * A handshake with a lost answer in it, one code that stays open, refusals on both sides, a death by kill -9 and one in order:
 * everything that makes a bridge talk, at the most talkative log level.
 */
beforeAll(async () => {
  const logLevel = 'trace' as const
  pair = await startPair({ source: { logLevel }, destination: { logLevel } })
  const { source, destination } = pair
  source.proxy.follow(inTurn(/redeem$/u, [EACH_FAULT['drop-answer'], EACH_FAULT.garbage]))
  const handshake = await shakeHands(pair)
  await untilBothActive(pair, handshake)
  const open = await initiate(source)
  answers = (await Promise.all([source, destination].map((party) => provokeRefusals(party, open.code)))).flat()
  await source.bridge.kill()
  await source.bridge.start()
  await destination.bridge.stop()
  crash = await provokeCrash(destination)
  await destination.bridge.start()
  secrets = [
    ...secretsOfCode('the accepted code', handshake.code),
    ...secretsOfCode('the open code', open.code),
    ...[source, destination].flatMap((party) => [...secretsOfPeople(party), ...secretsOfVault(party)]),
  ]
}, 90_000)

afterAll(() => pair.close())

const outputOf = ({ name, bridge }: Party): Trace[] => [
  traceOf(`standard output of ${name}`, bridge.output('stdout')),
  traceOf(`standard error of ${name}`, bridge.output('stderr')),
]
const filesOf = (party: Party): Trace[] =>
  tracesIn(`the data directory of ${party.name}`, party.dataDir).filter(
    ({ place }) => !place.endsWith(path.basename(masterKeyFileOf(party))),
  )
const parties = () => [pair.source, pair.destination]

test('there is something to search: logs that talk, databases with a log beside them, every kind of secret', () => {
  for (const party of parties()) {
    expect(party.bridge.output('stderr').split('\n').length).toBeGreaterThan(10)
    expect(filesOf(party).map(({ place }) => path.basename(place).split(' ').at(-1))).toEqual(
      expect.arrayContaining(['accord.sqlite', 'accord.sqlite-wal']),
    )
  }
  expect(secrets.map(({ name }) => name).filter((name) => name.startsWith('a connection key'))).toHaveLength(2)
  expect(secrets).toHaveLength(4 + 2 * 4 + 2 * 3)
})

test('no secret stands in standard output or in the log, even at level trace', () => {
  expect(findSecrets(parties().flatMap(outputOf), secrets)).toEqual([])
})

test('no secret stands in any file of the data directory except the master key in its own', () => {
  expect(findSecrets(parties().flatMap(filesOf), secrets)).toEqual([])
})

test('no refusal repeats a secret that it was given', () => {
  expect(findSecrets(answers, secrets)).toEqual([])
})

test('a bridge that cannot start says why, and no secret', () => {
  expect(crash.trace.content.toString()).toMatch(/master key/u)
  expect(findSecrets([crash.trace], [...secrets, crash.secret])).toEqual([])
})

test('no Authorization header stands in the log', () => {
  for (const party of parties())
    expect(party.bridge.output()).not.toMatch(/bearer [\w-]{20}|authorization"?: ?"(?!\[)/iu)
})

test('the pairing code that the node prints by itself stands once on standard output, and nowhere else', () => {
  for (const party of parties()) {
    const printed = [...party.bridge.output('stdout').matchAll(/#pair=([\w-]+)/gu)].map(([, secret]) => secret ?? '')
    expect(printed).toHaveLength(1)
    const elsewhere = [traceOf('the log', party.bridge.output('stderr')), ...filesOf(party)]
    expect(findSecrets(elsewhere, [textSecret('the printed pairing secret', printed[0] ?? '')])).toEqual([])
  }
})

test('the search can fail: a secret planted in the data directory is found', () => {
  const [party] = parties()
  const planted = secrets.at(0)
  if (!party || !planted?.forms[0]) throw new Error('There is nothing to plant')
  writeFileSync(path.join(party.dataDir, 'planted'), planted.forms[0])
  expect(findSecrets(filesOf(party), secrets)).toEqual([expect.stringContaining(`${planted.name} stands in`)])
})

import type { Profiler } from 'node:inspector'

import { expect, test } from '@jest/globals'

import { partsOf } from '../load/profile-parts.ts'

type Frame = readonly [functionName: string, url: string]

/** One sample of 100 µs for each stack, its root first. */
function profileOf(...stacks: readonly (readonly Frame[])[]): Profiler.Profile {
  const nodes: Profiler.ProfileNode[] = []
  const add = ([functionName, url]: Frame, parent?: Profiler.ProfileNode) => {
    const id = nodes.length + 1
    const node = { id, callFrame: { functionName, scriptId: '0', url, lineNumber: 0, columnNumber: 0 }, children: [] }
    nodes.push(node)
    parent?.children?.push(id)
    return node
  }
  const samples = stacks.map((stack) => {
    let leaf: Profiler.ProfileNode | undefined
    for (const frame of stack) leaf = add(frame, leaf)
    return leaf?.id ?? 0
  })
  return { nodes, startTime: 0, endTime: 0, samples, timeDeltas: samples.map(() => 100) }
}

const OURS: Frame = ['redeem', 'file:///accord/node-bridge/src/handshake/messages/redeem.ts']
const KYSELY: Frame = ['execute', 'file:///accord/node_modules/kysely/dist/kysely.js']
const DRIVER: Frame = ['executeQuery', 'file:///accord/node-bridge/src/store/engine/sqlite-driver.ts']

const partsIn = (profile: Profiler.Profile) => Object.fromEntries([...partsOf(profile)].filter(([, us]) => us > 0))

test('native code counts for whoever called it: the database, a signature, a library', () => {
  const native: Frame = ['', '']
  expect(
    partsIn(
      profileOf(
        [OURS, KYSELY, DRIVER, native],
        [OURS, ['verifyOneShot', 'node:internal/crypto/sig'], native],
        [OURS, KYSELY, native],
      ),
    ),
  ).toEqual({ 'SQLite and its disk': 100, 'signatures, hashes, keys': 100, Kysely: 100 })
})

test('what Node helps with counts for its caller, the driver itself for us, and a library for itself', () => {
  const buffer: Frame = ['from', 'node:buffer']
  expect(
    partsIn(profileOf([OURS, buffer], [KYSELY, DRIVER], [OURS, KYSELY], [OURS, ['writev', 'node:net'], buffer])),
  ).toEqual({ 'our own code': 200, Kysely: 100, 'sockets and HTTP': 100 })
})

test('idle time and the profiler itself count for nothing; what nobody is known for is the rest', () => {
  expect(
    partsIn(
      profileOf(
        [['(idle)', '']],
        [OURS, ['post', 'node:inspector']],
        [['(garbage collector)', '']],
        [['processTimers', 'node:internal/timers']],
      ),
    ),
  ).toEqual({ 'garbage collection': 100, 'the rest': 100 })
})

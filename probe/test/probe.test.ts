import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { systemCaller } from '../../instance-simulator/src/access/system-callers.ts'
import type { SimulatedInstance } from '../../instance-simulator/src/instance.ts'
import { BY_HAND, PROBES } from '../catalogue.ts'
import type { Report } from '../run.ts'
import { contraryPlatform, type ContraryPlatform } from './contrary-platform.ts'
import { CONTRARIES } from './contraries.ts'
import { everythingOf, optionsFor, probe, probedInstance } from './probed-instance.ts'

const documented = [
  ...readFileSync(join(import.meta.dirname, '../../docs/unverified.md'), 'utf8').matchAll(/^\| (\d+) \|/gmu),
].map(([, row]) => Number(row))

/** What only a browser, a busy instance or a clone shows: refuted it can be, confirmed it can not. */
const NEVER_CONFIRMED = [8, 15, 45, 78]
/** The simulator passes for no real instance, not even by the name of its server. */
const REFUTED_BY_SIMULATOR = [64]

const outcomes = ({ rows }: Report) => Object.fromEntries(rows.map(({ row, outcome }) => [row, outcome]))
const rowsWith = (report: Report, outcome: string) =>
  report.rows.filter((each) => each.outcome === outcome).map(({ row, findings }) => ({ row, findings }))

test('each row of the document is asked, or named as one that only a person settles', () => {
  const asked = PROBES.map(({ row }) => row)
  const byHand = Object.keys(BY_HAND).map(Number)
  expect([...asked, ...byHand].toSorted((a, b) => a - b)).toEqual(documented)
})

test('for each row that is asked there is a platform on which it does not hold', () => {
  expect(Object.keys(CONTRARIES).map(Number)).toEqual(PROBES.map(({ row }) => row))
})

describe('with the built package', () => {
  let instance: SimulatedInstance
  let platform: ContraryPlatform
  beforeAll(async () => {
    instance = await probedInstance(true)
    platform = await contraryPlatform(instance.baseUrl)
  }, 600_000)
  afterAll(async () => {
    await platform?.close()
    await instance?.close()
  })

  test('the simulator is what the document says, and is afterwards what it was', async () => {
    const before = everythingOf(instance)
    const report = await probe(optionsFor(instance.baseUrl))
    expect(rowsWith(report, 'refuted').map(({ row }) => row)).toEqual(REFUTED_BY_SIMULATOR)
    const unknown = rowsWith(report, 'unknown').map(({ row }) => row)
    // A renewed token with a refusal is what the platform may answer, the simulator does not.
    expect(unknown).toEqual([8, 13, 15, 45, 78])
    expect(report.kept).toEqual([])
    expect(everythingOf(instance)).toEqual(before)
  }, 600_000)

  test.each(PROBES.map(({ row }) => row))(
    'row %i is refuted by a platform that answers otherwise',
    async (row) => {
      platform.answers(CONTRARIES[row])
      const report = await probe(optionsFor(platform.url, { only: [row], timeoutMs: 1_500 }))
      platform.answers(undefined)
      expect(report.rows).toMatchObject([{ row, outcome: 'refuted' }])
    },
    180_000,
  )

  test('it is refuted by the simulator itself, too, where that is made to differ', async () => {
    const { store } = instance
    const one = (table: string, encoded: string) => store.query(table, { encoded }, systemCaller)[0]?.['sys_id'] ?? ''
    store.update(
      'sys_dictionary',
      one('sys_dictionary', 'name=x_accrd_bridge_nonce^element=nonce'),
      { unique: 'false' },
      systemCaller,
    )
    store.update(
      'sys_dictionary',
      one('sys_dictionary', 'name=x_accrd_bridge_write_plan^element=plan'),
      { max_length: '4000' },
      systemCaller,
    )
    store.update(
      'sys_properties',
      one('sys_properties', 'name=glide.servlet.uri'),
      { value: 'http://127.0.0.1:9/' },
      systemCaller,
    )
    store.update(
      'sys_scope_privilege',
      one('sys_scope_privilege', 'status=allowed'),
      { status: 'denied' },
      systemCaller,
    )
    const report = await probe(optionsFor(instance.baseUrl, { only: [9, 16, 45, 49] }))
    expect(outcomes(report)).toEqual({ 9: 'refuted', 16: 'refuted', 45: 'refuted', 49: 'refuted' })
  }, 180_000)
})

describe('without the package', () => {
  let instance: SimulatedInstance
  beforeAll(async () => {
    instance = await probedInstance(false)
  })
  afterAll(() => instance?.close())

  test('what concerns the application is unknown and says how to get it; all else is asked', async () => {
    const before = everythingOf(instance)
    const report = await probe(optionsFor(instance.baseUrl))
    expect(rowsWith(report, 'refuted').map(({ row }) => row)).toEqual(REFUTED_BY_SIMULATOR)
    for (const { row, needsApp } of PROBES) {
      const found = report.rows.find((each) => each.row === row)
      if (needsApp)
        expect(found).toMatchObject({
          outcome: 'unknown',
          findings: [{ saw: expect.stringContaining('npm run install:app') }],
        })
      else if (row !== 13 && ![...NEVER_CONFIRMED, ...REFUTED_BY_SIMULATOR].includes(row))
        expect(found).toMatchObject({ row, outcome: 'confirmed' })
    }
    expect(everythingOf(instance)).toEqual(before)
  }, 600_000)

  test('a dry run changes nothing, also not what an earlier run has left', async () => {
    store('accord_probe_1_of_before')
    const before = everythingOf(instance)
    const report = await probe(optionsFor(instance.baseUrl, { dryRun: true }))
    expect(report.leftOvers).toHaveLength(1)
    expect(everythingOf(instance)).toEqual(before)
  })

  test('what an earlier run has left goes, and nothing that only looks like it', async () => {
    const kept = store('of somebody who wrote about an accord_probe')
    const report = await probe(optionsFor(instance.baseUrl, { only: [18] }))
    expect(report.leftOvers).toHaveLength(1)
    const left = instance.store.query('incident', { encoded: 'short_descriptionLIKEaccord_probe' }, systemCaller)
    expect(left.map(({ sys_id: id }) => id)).toEqual([kept])
  }, 180_000)

  test('a condition that the instance does not understand removes nothing, although it answers every row', async () => {
    const everybody = instance.store.query('sys_user', {}, systemCaller).length
    const dictionary = instance.store.query(
      'sys_dictionary',
      { encoded: 'name=sys_user^element=user_name' },
      systemCaller,
    )
    expect(dictionary).toHaveLength(1)
    const platform = await contraryPlatform(instance.baseUrl)
    platform.answers((said, path) => {
      if (!path.includes('sysparm_query') || !path.startsWith('/api/now/table/sys_user?')) return
      const all = instance.store.query('sys_user', {}, systemCaller)
      Object.assign(said, { status: 200, text: JSON.stringify({ result: all }) })
    })
    await probe(optionsFor(platform.url, { only: [18] }))
    await platform.close()
    expect(instance.store.query('sys_user', {}, systemCaller)).toHaveLength(everybody)
  }, 180_000)

  const store = (shortDescription: string) =>
    instance.store.insert('incident', { short_description: shortDescription }, systemCaller)['sys_id']
})

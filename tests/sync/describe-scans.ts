import { randomUUID } from 'node:crypto'

import { DEFAULT_API_BASE, INSTANCE_SYNC_API } from '@accord/shared/protocol'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import { systemCaller } from '../../instance-simulator/src/access/system-callers.ts'
import type { ChangeNotice, PairedRecords, Watcher } from '../../node-bridge/src/trackers/tracker.ts'
import { eventually } from '../../node-bridge/test/faults/company/eventually.ts'

import type { PairedTracker } from './paired-tracker.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** What every scan of a ServiceNow instance has to find, on the instance that `started` gives. */
export function describeScans(started: () => PairedTracker): void {
  let paired: PairedTracker
  beforeAll(() => void (paired = started()))
  /** A watcher on a clock that the test moves: the paces are those of every day, only nobody waits between two turns. */
  let laterMs = 0
  let received: ChangeNotice[] = []
  let marksSaved = 0
  let returns = 0
  let marks: Readonly<Record<string, unknown>> = {}
  let records: PairedRecords['records'] = []
  let trigger = ''
  let stop: () => Promise<void>

  beforeEach(async () => {
    laterMs = 0
    marks = {}
    records = []
    trigger = randomUUID()
    await watch()
  })
  afterEach(() => stop())

  async function watch(): Promise<void> {
    received = []
    const since = new Date(Date.now() - HOUR)
    const watcher: Watcher = {
      triggers: async () => [{ id: trigger, table: 'incident', query: 'short_description=scanned', since }],
      onNotices: async (notices) => void received.push(...notices),
      onWritten: async () => undefined,
      hasPairs: async () => true,
      loadMarks: async () => marks,
      saveMarks: async (saved) => {
        marks = saved
        marksSaved += 1
      },
      listPaired: async (after) => {
        const at = Number(after ?? 0)
        const page = records.slice(at, at + 1)
        return { records: page, ...(at + 1 < records.length && { next: String(at + 1) }) }
      },
      listReports: async () => [],
      onReported: async () => undefined,
      onBack: async () => void (returns += 1),
    }
    const tracker = paired.tracker({ busyMs: 100, idleMs: 200 }, () => new Date(Date.now() + laterMs))
    const before = marksSaved
    stop = tracker.watch(watcher)
    await eventually('the first scan', () => (marksSaved > before ? true : undefined))
  }

  const pass = (ms: number) => void (laterMs += ms)
  const noticed = (id: string, is: (notice: ChangeNotice) => boolean = () => true) =>
    eventually(`a notice of ${id}`, () => received.find((notice) => notice.id === id && is(notice)))
  /** The turn that is under way may have begun before: the one after it has not. */
  async function scannedOnce(): Promise<void> {
    const before = marksSaved
    await eventually('the next scan', () => (marksSaved > before ? true : undefined))
  }

  const store = () => paired.sync.instance.simulator.store
  /** As a script with `setWorkflow(false)`, or an import that runs no rules: nothing runs, nobody is notified. */
  const writeSilently = (values: Readonly<Record<string, string>>) =>
    store().insert('incident', { short_description: 'scanned', ...values }, systemCaller)['sys_id'] ?? ''
  const changeSilently = (id: string, values: Readonly<Record<string, string>>) =>
    void store().update('incident', id, values, systemCaller)

  async function admin(method: string, path: string, body?: object): Promise<Readonly<Record<string, string>>> {
    const { status, text, result } = await paired.sync.instance.admin.send(method, path, {
      ...(body && { body: JSON.stringify(body) }),
    })
    if (status >= 300) throw new Error(`${path} answered ${status}: ${text}`)
    return (result ?? {}) as Readonly<Record<string, string>>
  }

  describe('every edit arrives', () => {
    test('with the business rules of the instance switched off', async () => {
      const [rule] = await paired.sync.instance.admin.rows('sys_script', 'name=Accord: note a change')
      const path = `/api/now/table/sys_script/${String(rule?.['sys_id'])}`
      await admin('PATCH', path, { active: 'false' })
      try {
        const id = await paired.sync.incident({ short_description: 'scanned' })
        expect(store().query('incident', { encoded: `sys_id=${id}` }, systemCaller)).toHaveLength(1)
        expect((await paired.sync.pull()).notices.filter(({ record }) => record === id)).toEqual([])
        pass(MINUTE)
        expect(await noticed(id)).toMatchObject({ version: '0', triggers: [trigger] })
      } finally {
        await admin('PATCH', path, { active: 'true' })
      }
    })

    test('by a script with setWorkflow(false)', async () => {
      const id = writeSilently({})
      const script = `var gr = new GlideRecord('incident'); gr.get('${id}'); gr.setWorkflow(false);
        gr.setValue('description', 'by a script'); gr.update()`
      const job = await admin('POST', '/api/now/table/sysauto_script', {
        name: 'silent',
        run_type: 'on_demand',
        script,
      })
      await admin('POST', `/_simulator/jobs/${job['sys_id']}/run`)
      pass(MINUTE)
      expect(await noticed(id, ({ version }) => version === '1')).toMatchObject({ table: 'incident' })
    })

    test('while the scheduler of the instance is overdue, and once more when it catches up', async () => {
      await admin('POST', '/_simulator/scheduler', { paused: true })
      try {
        const row = await paired.sync.instance.mutate('insert', 'incident', undefined, { short_description: 'scanned' })
        const id = row['sys_id'] ?? ''
        pass(MINUTE)
        await noticed(id, ({ version }) => version === '0')
        received = []
        await admin('POST', '/_simulator/scheduler', { paused: false })
        // Of a version that was seen already, which costs nothing.
        expect(await noticed(id)).toMatchObject({ version: '0', triggers: [trigger] })
      } finally {
        await admin('POST', '/_simulator/scheduler', { paused: false })
      }
    })

    test('of a transaction that becomes visible ten minutes after its time stamp', async () => {
      const { clock } = paired.sync.instance.simulator
      clock.advance(-10 * MINUTE)
      const id = writeSilently({})
      clock.advance(10 * MINUTE)
      pass(MINUTE)
      await scannedOnce()
      // The fast scan looks back two minutes, which is not enough.
      expect(received.filter((notice) => notice.id === id)).toEqual([])
      pass(HOUR)
      expect(await noticed(id)).toMatchObject({ version: '0', triggers: [trigger] })
    })

    test('also after the clock of the instance went ahead and was set back', async () => {
      const { clock } = paired.sync.instance.simulator
      // Less than what stops its node's calls, more than a fast scan looks back.
      clock.advance(4 * MINUTE)
      pass(MINUTE)
      await scannedOnce()
      clock.advance(-4 * MINUTE)
      const id = writeSilently({})
      pass(MINUTE)
      expect(await noticed(id)).toMatchObject({ version: '0', triggers: [trigger] })
    })

    test('also what was written without a new version or time stamp: the drift check looks at every pair', async () => {
      const ids = [writeSilently({}), writeSilently({}), writeSilently({})]
      await stop()
      records = ids.map((id) => ({ table: 'incident', id }))
      await watch()
      // As a script with autoSysFields(false).
      const [row] = store().query('incident', { encoded: `sys_id=${ids[0]}` }, systemCaller)
      store().rows.put('incident', { ...row, description: 'without a trace' })
      pass(HOUR)
      await noticed(ids[0] ?? '', ({ version }) => version === '0')
      const unseen = () => received.filter(({ version }) => version === undefined)
      expect(unseen()).toEqual([])
      pass(DAY)
      for (const id of ids) await noticed(id, ({ version }) => version === undefined)
      expect(unseen().map(({ id }) => id)).toEqual(ids)
    })
  })

  test('an instance that was away is noticed once it answers again, so that nothing waits longer than it was away', async () => {
    const before = returns
    const { faults } = paired.sync.instance.simulator
    faults.add({ kind: 'unavailable', path: DEFAULT_API_BASE + INSTANCE_SYNC_API.pull, count: 1 })
    await eventually('it is back', () => (returns > before ? true : undefined))
    await eventually('a pull after that', () => (faults.list().length === 0 ? true : undefined))
    expect(returns).toBe(before + 1)
  })

  describe('the slow scan', () => {
    test('tells by its absence of a record that was deleted without rules, and leaves the others alone', async () => {
      const [gone, stays] = [writeSilently({}), writeSilently({})]
      records = [gone, stays].map((id) => ({ table: 'incident', id }))
      store().remove('incident', gone, systemCaller)
      pass(HOUR)
      await noticed(gone, ({ version }) => version === undefined)
      expect(await noticed(stays)).toMatchObject({ version: '0' })
      expect(received.filter(({ id, version }) => id === stays && version === undefined)).toEqual([])
    })

    test('finds a file that no notice named', async () => {
      const id = writeSilently({})
      changeSilently(id, { description: 'looked at' })
      records = [{ table: 'incident', id }]
      const file = { table_name: 'incident', table_sys_id: id, file_name: 'a.txt' }
      store().insert('sys_attachment', file, systemCaller)
      pass(HOUR)
      await noticed(id, ({ version }) => version === undefined)
    })

    test('of a table whose access was taken away stops no other one', async () => {
      const [lost, kept] = [randomUUID().replaceAll('-', ''), writeSilently({})]
      records = [
        { table: 'problem', id: lost },
        { table: 'incident', id: kept },
      ]
      pass(HOUR)
      // Whoever looks at it learns that access is missing.
      await noticed(lost, ({ version }) => version === undefined)
      expect(await noticed(kept, ({ triggers }) => triggers.length === 0)).toMatchObject({ version: '0' })
    })
  })
}

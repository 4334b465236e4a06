import { expect, test } from '@jest/globals'

import { enqueue } from '../../node-bridge/src/jobs/job-table.ts'
import type { JobHandlers } from '../../node-bridge/src/jobs/queue-handlers.ts'
import type { Db } from '../../node-bridge/src/store/engine/tables.ts'

/**
 * What must not compile. The compiler checks each `@ts-expect-error`: where it finds no error, that is one, and the type
 * check fails before any test runs. None of these functions is called.
 */
const NOT_COMPILING: Readonly<Record<string, (transaction: Db, at: Date) => unknown>> = {
  'a job that the table lacks': (transaction, at) =>
    // @ts-expect-error
    enqueue(transaction, 'redem', { connectionId: 'c1' }, at),
  'a payload with a misspelt field': (transaction, at) =>
    // @ts-expect-error
    enqueue(transaction, 'redeem', { connectionID: 'c1' }, at),
  'a payload that lacks a field': (transaction, at) =>
    // @ts-expect-error
    enqueue(transaction, 'terminate', { connectionId: 'c1' }, at),
  'a payload of another job': (transaction, at) =>
    // @ts-expect-error
    enqueue(transaction, 'mirror', { connectionId: 'c1' }, at),
  'handlers of which one is missing': () => {
    const { callback: _missing, ...others } = {} as JobHandlers
    // @ts-expect-error
    return others satisfies JobHandlers
  },
}

test('each table refuses what it lacks where the program is compiled', () => {
  expect(Object.keys(NOT_COMPILING).length).toBeGreaterThan(0)
})

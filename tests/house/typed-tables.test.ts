import { expect, test } from '@jest/globals'

import type { Contract, ConsoleCallName } from '@accord/shared/contracts'
import {
  atDestination,
  atEither,
  atSource,
  type AuditAction,
  type JobQueue,
  statesWith,
  stateAfter,
} from '@accord/shared/protocol'

import { changeConnection } from '../../node-bridge/src/connections/change-connection.ts'
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
    enqueue(transaction, 'backfill', { connectionId: 'c1' }, at),
  'a word that no table of transitions knows': () =>
    // @ts-expect-error
    stateAfter({ side: 'source', state: 'active' }, 'deactivat'),
  'a change by such a word': (transaction, at) =>
    // @ts-expect-error
    changeConnection(transaction, 'c1', at, { transition: 'pause', event: 'deactivated', detail: '', actor: '' }),
  'a state that its side lacks': () =>
    // @ts-expect-error
    atDestination('invited', 'redeem'),
  'a step that the table lacks for the state': () =>
    // @ts-expect-error
    atSource('pending', 'deactivate'),
  'a step that only one side knows': () =>
    // @ts-expect-error
    atEither('awaiting_approval', 'approve'),
  'an entry of the log that is not in the list': (transaction, at) =>
    // @ts-expect-error
    changeConnection(transaction, 'c1', at, { event: 'desactivated', detail: '', actor: '' }),
  'an action of the audit log that is not in the list': (): AuditAction =>
    // @ts-expect-error
    'node.begun',
  'an action of the audit log for an entry that no connection has': (): AuditAction =>
    // @ts-expect-error
    'connection.desactivated',
  'a queue that is not in the list': (): JobQueue =>
    // @ts-expect-error
    'handshakes',
  'a trait that no state has': () =>
    // @ts-expect-error
    statesWith('contactable'),
  'a refusal of an operation that the catalogue lacks': (): Contract['refusals'] =>
    // @ts-expect-error
    ['conection_unknown'],
  'a call of the pages that no contract has': (): ConsoleCallName =>
    // @ts-expect-error
    'readConections',
  'handlers of which one is missing': () => {
    const { callback: _missing, ...others } = {} as JobHandlers
    // @ts-expect-error
    return others satisfies JobHandlers
  },
}

test('each table refuses what it lacks where the program is compiled', () => {
  expect(Object.keys(NOT_COMPILING).length).toBeGreaterThan(0)
})

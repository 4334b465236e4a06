import type { SyncErrorCode } from '@accord/shared/protocol'

import type { FaultDetail } from '../items/fault-detail.ts'
import type { Direction, RulesFault } from '../rules/index.ts'
import type { TestOutcome } from './trial.ts'

/** A draft that gave no result, as an editor shows it: on its line. */
export const failedBy = (direction: Direction, { code, message, at, paths = [] }: RulesFault): TestOutcome =>
  failedAs(code, { script: direction, message, ...at }, paths)

export const failedAs = (
  code: SyncErrorCode,
  { script = 'incoming', message = '', line, column }: Partial<FaultDetail>,
  paths: readonly string[] = [],
): TestOutcome => ({
  kind: 'failed',
  fault: {
    direction: script,
    code,
    facts: {},
    message,
    line: line ?? null,
    column: column ?? null,
    endLine: null,
    endColumn: null,
  },
  paths: [...paths],
})

import type { SyncErrorCode } from '@accord/shared/protocol'
import type { ScriptFault } from '@accord/shared/schemas'

import type { FaultDetail } from '../items/fault-detail.ts'
import type { Direction, RulesFault } from '../rules/index.ts'
import type { TestOutcome } from './trial.ts'

/** A draft that gave no result, as an editor shows it: on its line. */
export const faultBy = (direction: Direction, { code, message, at }: RulesFault): ScriptFault =>
  faultOf(code, { script: direction, message, ...at })

export const faultOf = (
  code: SyncErrorCode,
  { script = 'incoming', message = '', line, column }: Partial<FaultDetail>,
): ScriptFault => ({
  direction: script,
  code,
  facts: {},
  message,
  line: line ?? null,
  column: column ?? null,
  endLine: null,
  endColumn: null,
})

export const failedBy = (direction: Direction, { paths = [], ...fault }: RulesFault): TestOutcome => ({
  kind: 'failed',
  fault: faultBy(direction, fault),
  paths: [...paths],
})

export const failedAs = (
  code: SyncErrorCode,
  detail: Partial<FaultDetail>,
  paths: readonly string[] = [],
): TestOutcome => ({ kind: 'failed', fault: faultOf(code, detail), paths: [...paths] })

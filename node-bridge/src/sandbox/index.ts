export { FAILURES, type Failure, type FailureCode, type Position } from './failures.ts'
export { LIMITS } from './limits.ts'
export { frameOf } from './positions.ts'
export type { Answered, Prelude, Question } from './messages.ts'
export type { Answerer, Known, Outcome, Trace } from './repeat-until-answered.ts'
export {
  type Compiled,
  createSandbox,
  type Run,
  type Sandbox,
  type SandboxOptions,
  type Script,
  type SourceText,
} from './sandbox.ts'

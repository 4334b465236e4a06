import type { JobResult, ScriptMessage } from './job.ts'

/** A script threw, or the engine refused it. `message` and `scriptStack` are the script's; `messages` what it said to the user before. */
export class ScriptFailed extends Error {
  readonly scriptStack: string
  readonly messages: readonly ScriptMessage[]

  constructor(error: NonNullable<JobResult['error']>, messages: readonly ScriptMessage[]) {
    super(error.message)
    this.name = error.name
    this.scriptStack = error.stack ?? ''
    this.messages = messages
  }
}

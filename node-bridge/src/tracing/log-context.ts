import { AsyncLocalStorage } from 'node:async_hooks'

/** Ids only: what a log line is found by. */
export type LogFacts = Readonly<Record<string, string>>

const contexts = new AsyncLocalStorage<LogFacts>()

/** Every log line that `work` writes, also later, carries these facts beside those it stands in already. */
export const withLogFacts = <T>(facts: LogFacts, work: () => T): T =>
  contexts.run({ ...contexts.getStore(), ...facts }, work)

export const currentLogFacts = (): LogFacts => contexts.getStore() ?? {}

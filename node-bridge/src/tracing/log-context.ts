import { AsyncLocalStorage } from 'node:async_hooks'

/** Ids only: what a log line is found by. */
export type LogBindings = Readonly<Record<string, string>>

const contexts = new AsyncLocalStorage<LogBindings>()

/** Every log line that `work` writes, also later, carries these bindings beside those it stands in already. */
export const withLogBindings = <T>(bindings: LogBindings, work: () => T): T =>
  contexts.run({ ...contexts.getStore(), ...bindings }, work)

export const currentLogBindings = (): LogBindings => contexts.getStore() ?? {}

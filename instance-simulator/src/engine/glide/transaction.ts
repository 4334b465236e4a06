import type { Job, JobCaller, ScriptMessage } from '../job.ts'

/** State of the running transaction; one context lives for one transaction, so a module variable is enough. */
interface Transaction {
  job: Job
  /** Application scope of the script that runs now. */
  scope: string
  /** A script runs, not the platform on its own account. */
  isScripted: boolean
  messages: ScriptMessage[]
}

const state: { current: Transaction | undefined } = { current: undefined }

export function beginTransaction(job: Job): void {
  state.current = { job, scope: 'global', isScripted: false, messages: [] }
}

function transaction(): Transaction {
  if (!state.current) throw new Error('no transaction')
  return state.current
}

export const caller = (): JobCaller => transaction().job.caller
export const job = (): Job => transaction().job
export const messages = (): ScriptMessage[] => transaction().messages
export const currentScope = (): string => transaction().scope

export const isScripted = (): boolean => transaction().isScripted

function during<T>(change: Pick<Transaction, 'scope' | 'isScripted'>, work: () => T): T {
  const now = transaction()
  const before = { scope: now.scope, isScripted: now.isScripted }
  Object.assign(now, change)
  try {
    return work()
  } finally {
    Object.assign(now, before)
  }
}

/** Runs code as a script of this scope. */
export const inScope = <T>(scope: string, work: () => T): T =>
  during({ scope: scope || 'global', isScripted: true }, work)

/** Runs what the platform does on behalf of a script: no application's limits hold. */
export const asPlatform = <T>(work: () => T): T => during({ scope: currentScope(), isScripted: false }, work)

export const addMessage = (kind: 'info' | 'error', text: string): void => {
  transaction().messages.push({ kind, text })
}

/** `admin` has every role but the ones that are about being from outside. */
export function hasRole(names: string): boolean {
  const { roles } = caller()
  if (caller().kind === 'system') return true
  return names
    .split(',')
    .some((name) => roles.includes(name.trim()) || (roles.includes('admin') && name.trim() !== 'snc_external'))
}

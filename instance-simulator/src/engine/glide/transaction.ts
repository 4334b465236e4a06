import type { Job, JobCaller, ScriptMessage } from '../job.ts'

/** State of the running transaction; one context lives for one transaction, so a module variable is enough. */
interface Transaction {
  job: Job
  /** Application scope of the script that runs now. */
  scope: string
  messages: ScriptMessage[]
}

const state: { current: Transaction | undefined } = { current: undefined }

export function beginTransaction(job: Job): void {
  state.current = { job, scope: 'global', messages: [] }
}

function transaction(): Transaction {
  if (!state.current) throw new Error('no transaction')
  return state.current
}

export const caller = (): JobCaller => transaction().job.caller
export const job = (): Job => transaction().job
export const messages = (): ScriptMessage[] => transaction().messages
export const currentScope = (): string => transaction().scope

/** Runs code as a script of this scope. */
export function inScope<T>(scope: string, work: () => T): T {
  const now = transaction()
  const before = now.scope
  now.scope = scope || 'global'
  try {
    return work()
  } finally {
    now.scope = before
  }
}

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

import type { Caller, EngineParts, Mutation, PreparedForm, Row, ScriptEngine } from '../contracts.ts'
import { parseInstant } from '../records/calendar.ts'
import { UniqueKeyViolation } from '../records/record-store.ts'
import { endAfterWrites } from './end-after-writes.ts'
import type { Answerer } from './script-worker.ts'
import { taskOfJob } from './task-of-job.ts'
import { createAudit, type Audit } from './audit.ts'
import { AsyncQueue } from './async-queue.ts'
import { evaluateAcl } from './evaluate-acl.ts'
import { runEventActions } from './event-actions.ts'
import { answerScript } from './host/host-answers.ts'
import type { HostDesk } from './host/questions.ts'
import { Streams } from './host/streams.ts'
import { workerJob } from './job-caller.ts'
import type { JobResult, JobTask, PolicyText, RecordImage, RuleText } from './job.ts'
import { ENGINE_CALLER, scheduledEvents } from './metadata.ts'
import { abortedError, type MutationOutcome } from './mutation-outcome.ts'
import { createPolicyBook } from './policy-book.ts'
import { createRuleBook } from './rule-book.ts'
import { ScriptFailed } from './script-failed.ts'
import { hasScriptedDefault } from './scripted-defaults.ts'
import { remainingMs } from './remaining-time.ts'
import { writeWithoutRules } from './write-without-rules.ts'
import { DEFAULT_LIMITS, WorkerPool, type PoolLimits } from './worker-pool.ts'

class WorkerScriptEngine implements ScriptEngine {
  readonly #parts: EngineParts
  readonly #pool: WorkerPool
  readonly #queue: AsyncQueue
  readonly #audit: Audit
  readonly #rulesFor: (table: string) => readonly RuleText[]
  readonly #policiesFor: (table: string) => readonly PolicyText[]

  constructor(parts: EngineParts, limits: PoolLimits) {
    this.#parts = parts
    this.#pool = new WorkerPool(limits, parts.settings.release)
    this.#queue = new AsyncQueue(parts.log, parts.timing)
    this.#audit = createAudit(parts.store)
    this.#rulesFor = createRuleBook(parts)
    this.#policiesFor = createPolicyBook(parts)
  }

  #desk(caller: Caller, body?: Buffer): HostDesk {
    const queueAsync = (rule: RuleText, current: RecordImage) => {
      const { table, row } = current
      const stored = () => this.#parts.store.find(table, row['sys_id'] ?? '') ?? null
      const task = () => ({ kind: 'asyncRule' as const, rule, current, stored: stored() })
      const what = `async business rule ${rule.label}`
      this.#queue.push(what, () => this.#runLate(task, this.#inBackground(caller, what)))
    }
    const queueEvent = (event: Row) => this.#queueEvent(event, caller)
    const executeNow = (job: Row) =>
      this.#queue.startBeside(`scheduled job ${job['name']}`, () => this.runScheduledJob(job['sys_id'] ?? ''))
    const streams = new Streams(this.#parts.attachments, body)
    const books = { rulesFor: this.#rulesFor, policiesFor: this.#policiesFor, audit: this.#audit }
    return {
      parts: this.#parts,
      caller,
      streams,
      started: new Map(),
      goesOn: (work) => this.#queue.goesOn(work),
      queueAsync,
      queueEvent,
      executeNow,
      ...books,
    }
  }

  #queueEvent(event: Row, caller: Caller): void {
    const what = `event ${event['name']}`
    this.#queue.push(what, () =>
      runEventActions(this.#parts, (task, by) => this.run(task, this.#inBackground(by, what)), event, caller),
    )
  }

  /** Nobody waits for it: the time of whoever has queued it is not its time. */
  #inBackground(caller: Caller, url: string): Caller {
    return this.#parts.quotas.begin(caller, { type: 'scheduler', url, foreground: false })
  }

  runDueEvents(): void {
    const { store, clock, sessions } = this.#parts
    for (const event of scheduledEvents(store)) {
      if (parseInstant(event['process_on'] ?? '') > clock.now()) continue
      store.update('sysevent', event['sys_id'] ?? '', { state: 'queued' }, ENGINE_CALLER)
      this.#queueEvent(event, sessions.findCaller(event['user_id'] ?? '') ?? ENGINE_CALLER)
    }
  }

  run(task: JobTask, caller: Caller, body?: Buffer): Promise<JobResult> {
    return this.#runLate(() => task, caller, body)
  }

  /** `makeTask` is called when a thread is free for it. */
  async #runLate(
    makeTask: () => JobTask,
    caller: Caller,
    body?: Buffer,
    wrap: (answer: Answerer) => Answerer = (answer) => answer,
  ): Promise<JobResult> {
    const desk = this.#desk(caller, body)
    const answer = wrap((question) => answerScript(desk, question))
    const makeJob = () => workerJob(this.#parts, makeTask(), caller)
    const result = JSON.parse(
      await this.#pool.run(makeJob, answer, () => remainingMs(caller, this.#parts.timing)),
    ) as JobResult
    if (result.error) throw new ScriptFailed(result.error, result.messages)
    return result
  }

  async mutate(kind: Mutation, table: string, sysId: string | undefined, values: Row, caller: Caller): Promise<Row> {
    if (!this.#needsScripts(kind, table, sysId ?? '', values))
      return writeWithoutRules(this.#parts, this.#audit, { kind, table, sysId: sysId ?? '', values }, caller)
    const { store } = this.#parts
    const stored = () => (kind === 'insert' ? null : (store.find(table, sysId ?? '') ?? null))
    const what = { kind: 'mutate', mutation: kind, table, sysId: sysId ?? '', values } as const
    const { value, messages } = await this.#runLate(() => ({ ...what, stored: stored() }), caller)
    this.#tellSession(caller, messages)
    const { row, aborted, missing, duplicate, policy } = value as MutationOutcome
    if (duplicate !== undefined) throw new UniqueKeyViolation(duplicate)
    if (aborted) throw abortedError(aborted, policy)
    if (missing || !row) throw new Error(`No record found: ${table} ${sysId ?? ''}`)
    return row
  }

  /** Rules and data policies of the table itself, rules of the journals that are written with it, or of what is deleted with it. */
  #needsScripts(kind: Mutation, table: string, sysId: string, values: Row): boolean {
    const { store } = this.#parts
    if (kind === 'insert' && hasScriptedDefault(store, table, values)) return true
    const tables = [
      table,
      ...(store.journalEntries(table, sysId, values).length > 0 ? ['sys_journal_field'] : []),
      ...(kind === 'delete' ? store.cascadedBy(table, sysId).map((dependent) => dependent.table) : []),
    ]
    return tables.some((each) => this.#rulesFor(each).length > 0 || this.#policiesFor(each).length > 0)
  }

  #tellSession(caller: Caller, messages: JobResult['messages']): void {
    if (caller.sessionId === undefined || messages.length === 0) return
    this.#parts.sessions.findById(caller.sessionId)?.messages.push(...messages)
  }

  evaluateAcl(
    aclSysId: string,
    table: string,
    row: Row | undefined,
    _field: string | undefined,
    caller: Caller,
  ): Promise<boolean> {
    return evaluateAcl(this.#parts, (task) => this.run(task, caller), { aclSysId, table, row, caller })
  }

  async runScheduledJob(sysId: string): Promise<void> {
    const { store, ledger, sessions } = this.#parts
    const job = store.find('sysauto_script', sysId)
    if (!job) throw new Error(`Scheduled job ${sysId} does not exist`)
    ledger.executed('sysauto_script', sysId)
    const runAs = (job['run_as'] ? sessions.findCaller(job['run_as']) : undefined) ?? ENGINE_CALLER
    const caller = this.#inBackground(runAs, job['name'] ?? '')
    const writes = this.#parts.timing.takeEndOfJob()
    const wrap = writes === null ? undefined : (answer: Answerer) => endAfterWrites(writes, answer)
    await this.#runLate(() => taskOfJob(store, job), caller, undefined, wrap)
  }

  async restrictQuery(table: string, encoded: string, caller: Caller): Promise<string | undefined> {
    if (!this.#rulesFor(table).some(({ on, when }) => on.includes('query') && when === 'before')) return encoded
    const { value, messages } = await this.run({ kind: 'restrictQuery', table, encoded }, caller)
    this.#tellSession(caller, messages)
    return typeof value === 'string' ? value : undefined
  }

  async prepareForm(table: string, row: Row, isNew: boolean, caller: Caller): Promise<PreparedForm> {
    if (!this.#rulesFor(table).some(({ when }) => when === 'display')) return { row, scratchpad: {} }
    const { value, messages } = await this.run({ kind: 'displayRules', record: { table, row }, isNew }, caller)
    this.#tellSession(caller, messages)
    return value as PreparedForm
  }

  settled(): Promise<void> {
    return this.#queue.settled()
  }

  async close(): Promise<void> {
    this.#queue.stop()
    await this.#pool.close()
  }
}

/** Scripts of one instance. `limits` may be lowered by tests. */
export function createScriptEngine(parts: EngineParts, limits: Partial<PoolLimits> = {}): ScriptEngine {
  return new WorkerScriptEngine(parts, { ...DEFAULT_LIMITS, ...limits })
}

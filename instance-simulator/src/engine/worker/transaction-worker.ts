import { Script } from 'node:vm'
import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import type { Release } from '../../releases.ts'
import { answerLocally } from './local-operations.ts'
import { createHostChannel, type HostMessage } from './host-channel.ts'
import { createScriptContext } from './script-context.ts'
import { installGlide } from './glide-runtime.ts'
import { RememberedAnswers } from './remembered-answers.ts'
import { checkAs } from './script-cache.ts'

/** Entry of a worker thread: one transaction at a time, each in a fresh context. */
export interface WorkerStart {
  readonly hostPort: MessagePort
  readonly flag: Int32Array
  readonly release: Release
}

/** What the main thread posts for each transaction. */
export interface WorkerJob {
  /** JSON of a `Job`. */
  readonly job: string
  /** Another one whenever a table, a rule, a policy or a script has changed. */
  readonly tablesRevision: string
}

/** Microtasks of the context run at the end of an evaluation, so an empty one drains what promises left. */
const DRAIN = new Script('0', { filename: 'engine/drain' })

if (!parentPort) throw new Error('transaction-worker runs as a worker thread only')
const mainThread = parentPort
const { hostPort, flag, release } = workerData as WorkerStart
checkAs(release)
const host = createHostChannel(hostPort, flag)
const remembered = new RememberedAnswers()
const call = (operation: string, json: string) =>
  answerLocally(operation, json) ??
  remembered.find(operation, json) ??
  remembered.keep(operation, json, host.call(operation, json))

function runTransaction({ job, tablesRevision }: WorkerJob): string {
  remembered.begin(tablesRevision)
  const context = createScriptContext()
  const entry = installGlide(context, { call, notify: host.notify })
  entry.startJob(job)
  DRAIN.runInContext(context)
  return entry.jobResult()
}

function resultOf(job: WorkerJob): string {
  try {
    return runTransaction(job)
  } catch (error) {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
    return JSON.stringify({ error: { name, message, stack }, messages: [] })
  }
}

/** Node before 23.9 cannot say; then nobody asks, either. */
function usedMs(): number {
  if (typeof process.threadCpuUsage !== 'function') return 0
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

const post = (message: HostMessage) => hostPort.postMessage(message, [])

mainThread.on('message', (job: WorkerJob) => {
  const result = resultOf(job)
  post({ kind: 'idle', result, usedMs: usedMs() })
})
post({ kind: 'idle', usedMs: usedMs() })

import { Script } from 'node:vm'
import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import type { Release } from '../../releases.ts'
import { answerLocally } from './local-operations.ts'
import { createHostChannel } from './host-channel.ts'
import { createScriptContext } from './script-context.ts'
import { installGlide } from './glide-runtime.ts'
import { checkAs } from './script-cache.ts'

/** Entry of a worker thread: one transaction at a time, each in a fresh context. */
export interface WorkerStart {
  readonly hostPort: MessagePort
  readonly flag: Int32Array
  readonly release: Release
}

/** Microtasks of the context run at the end of an evaluation, so an empty one drains what promises left. */
const DRAIN = new Script('0', { filename: 'engine/drain' })

if (!parentPort) throw new Error('transaction-worker runs as a worker thread only')
const mainThread = parentPort
const { hostPort, flag, release } = workerData as WorkerStart
checkAs(release)
const askMainThread = createHostChannel(hostPort, flag)
const call = (operation: string, json: string) => answerLocally(operation, json) ?? askMainThread(operation, json)

function runTransaction(job: string): string {
  const context = createScriptContext()
  const entry = installGlide(context, call)
  entry.startJob(job)
  DRAIN.runInContext(context)
  return entry.jobResult()
}

mainThread.on('message', (job: string) => {
  try {
    mainThread.postMessage(runTransaction(job), [])
  } catch (error) {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
    mainThread.postMessage(JSON.stringify({ error: { name, message, stack }, messages: [] }), [])
  }
})

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'

const FILE = new URL('./thread/worker.ts', import.meta.url)
const WASM = '@jitl/quickjs-wasmfile-release-sync/wasm'

let compiled: Promise<WebAssembly.Module> | undefined

/** The engine's code, compiled once for all threads of this process. */
const wasmModule = () =>
  (compiled ??= readFile(createRequire(import.meta.url).resolve(WASM)).then((bytes) => WebAssembly.compile(bytes)))

/** A thread with nothing of this process in it: no environment, no arguments, no way to its output. */
export async function startThread(): Promise<Worker> {
  const thread = new Worker(FILE, {
    name: 'sandbox',
    workerData: { wasmModule: await wasmModule() },
    env: {},
    argv: [],
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 16, codeRangeSizeMb: 16, stackSizeMb: 4 },
  })
  thread.stdout.resume()
  thread.stderr.resume()
  return thread
}

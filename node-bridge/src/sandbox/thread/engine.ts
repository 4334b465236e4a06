import releaseSync from '@jitl/quickjs-wasmfile-release-sync'
import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSSyncVariant,
  type QuickJSWASMModule,
} from 'quickjs-emscripten-core'

import { LIMITS } from '../limits.ts'
import { imageOf } from './memory-image.ts'

const PAGE_BYTES = 64 * 1024
/** What the engine asks for at least. */
const FIRST_PAGES = 256

/** QuickJS in a memory of its own, which is the only hard cap on what a script may use. */
export interface Engine {
  readonly quickjs: QuickJSWASMModule
  /** A run has made the memory larger. It never shrinks, so that the next run gets another one. */
  isGrown(): boolean
  isFull(): boolean
  /** Keeps what is in the memory now, and gives back the function that puts it there again. */
  keep(): () => void
}

export async function startEngine(wasmModule: WebAssembly.Module): Promise<Engine> {
  const wasmMemory = new WebAssembly.Memory({ initial: FIRST_PAGES, maximum: LIMITS.memoryBytes / PAGE_BYTES })
  // The package's types describe its CommonJS file, which holds the variant one member deeper.
  const variant = newVariant(releaseSync as unknown as QuickJSSyncVariant, { wasmModule, wasmMemory })
  const quickjs = await newQuickJSWASMModuleFromVariant(variant)
  const bytes = () => wasmMemory.buffer.byteLength
  return {
    quickjs,
    isGrown: () => bytes() > FIRST_PAGES * PAGE_BYTES,
    isFull: () => bytes() > LIMITS.memoryBytes * 0.75,
    keep: () => imageOf(wasmMemory),
  }
}

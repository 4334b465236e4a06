const BLOCK_BYTES = 64 * 1024
/** Only the engine's stack has so long a run of zeros; what is left there after a run is not used again. */
const STACK_BLOCKS = 48

interface Part {
  readonly at: number
  readonly bytes: Uint8Array
}

/**
 * Copies what is used of a memory and returns the function that puts it back. WebAssembly has no other state between two
 * calls but its memory and a stack pointer that has come back to where it was, so that a run after it begins with the same
 * bytes as the one before: the same program, the same addresses, the same moment of collecting garbage.
 */
export function imageOf(memory: WebAssembly.Memory): () => void {
  const bytes = new Uint8Array(memory.buffer)
  const parts = usedParts(bytes).map(({ at, end }): Part => ({ at, bytes: bytes.slice(at, end) }))
  return () => {
    const now = new Uint8Array(memory.buffer)
    for (const part of parts) now.set(part.bytes, part.at)
  }
}

/** From the first to the last block that is not empty, without the stack. */
function usedParts(bytes: Uint8Array): { at: number; end: number }[] {
  const parts: { at: number; end: number }[] = []
  for (let at = 0; at < bytes.length; at += BLOCK_BYTES) {
    if (isEmpty(bytes, at)) continue
    const last = parts.at(-1)
    const end = at + BLOCK_BYTES
    if (last && at - last.end < STACK_BLOCKS * BLOCK_BYTES) last.end = end
    else parts.push({ at, end })
  }
  return parts
}

const EMPTY = new Uint8Array(BLOCK_BYTES)
const isEmpty = (bytes: Uint8Array, at: number) => Buffer.compare(bytes.subarray(at, at + BLOCK_BYTES), EMPTY) === 0

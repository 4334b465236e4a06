import { call, honest } from './host.ts'

/** Bytes that stay on the main thread: an attachment's, or those that a request or an answer brought. */
export type StreamHandle = { readonly attachment: string } | { readonly held: string }

/** Scripts hand it on, to GlideTextReader, to an attachment. */
export class GlideScriptableInputStream {
  readonly #handle: StreamHandle

  /** What the main thread knows it by; scripts do not see it. */
  static handleOf(stream: unknown): StreamHandle {
    if (!(stream instanceof GlideScriptableInputStream)) throw new TypeError('a GlideScriptableInputStream is expected')
    return stream.#handle
  }

  constructor(handle: StreamHandle) {
    this.#handle = handle
  }
}
honest('GlideScriptableInputStream', GlideScriptableInputStream)

export const streamOf = (handle: StreamHandle): GlideScriptableInputStream => new GlideScriptableInputStream(handle)
export const handleOf = (stream: unknown): StreamHandle => GlideScriptableInputStream.handleOf(stream)

/** The lines of a stream, one after the other; null behind the last. */
export class GlideTextReader {
  readonly #handle: StreamHandle
  #lines: string[] | undefined
  #at = 0

  constructor(stream: unknown, _encoding?: unknown) {
    this.#handle = handleOf(stream)
  }
  readLine(): string | null {
    this.#lines ??= linesOf(call<string>('stream.text', { stream: this.#handle }))
    return this.#lines[this.#at++] ?? null
  }
  getEncoding(): string {
    return 'UTF-8'
  }
}
honest('GlideTextReader', GlideTextReader)

function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/)
  if (lines.at(-1) === '') lines.pop()
  return lines
}

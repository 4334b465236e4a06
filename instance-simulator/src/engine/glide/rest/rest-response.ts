import type { HttpAnswer } from '../../job.ts'
import { attach } from '../records/attachment.ts'
import { honest } from '../host.ts'
import { GlideRecord } from '../records/record.ts'

/** Where the body of an answer is kept instead of being handed to the script. */
export interface ResponseFile {
  readonly table: string
  readonly sysId: string
  readonly fileName: string
}

/** Gives the answer, waiting so long at most for one that is not there yet. */
type Wait = (waitMs?: number) => HttpAnswer

/** The platform's names for what went wrong on the wire have error code 1. */
export class RESTResponseV2 {
  readonly #wait: Wait
  readonly #file: ResponseFile | undefined
  #known: HttpAnswer | undefined
  #attachment = ''

  constructor(wait: Wait, file?: ResponseFile) {
    this.#wait = wait
    this.#file = file
  }
  get #answer(): HttpAnswer {
    this.#known ??= this.#kept(this.#wait())
    return this.#known
  }
  /** Seconds. Throws when there is no answer by then. */
  waitForResponse(seconds: unknown): void {
    this.#known ??= this.#kept(this.#wait(Number(seconds) * 1000))
    if (this.#known.isPending) {
      this.#known = undefined
      throw new Error('Timed out waiting for the response')
    }
  }
  #kept(answer: HttpAnswer): HttpAnswer {
    const file = this.#file
    if (!file || answer.failure !== undefined || answer.status >= 400 || answer.held === undefined) return answer
    const record = new GlideRecord(file.table)
    const content = {
      fileName: file.fileName,
      contentType: answer.headers['content-type'] ?? 'application/octet-stream',
      stream: { held: answer.held },
    }
    const sysId = record.get(file.sysId) ? attach(record, content) : null
    if (sysId === null) return { ...answer, failure: `Failed to save ${file.fileName} as an attachment` }
    this.#attachment = sysId
    return answer
  }
  getStatusCode(): number {
    return this.#answer.status
  }
  getBody(): string {
    if (this.#file) throw new Error('The body of this response is saved as an attachment')
    return this.#answer.body
  }
  getResponseAttachmentSysid(): string {
    return this.#answer && this.#attachment
  }
  haveError(): boolean {
    return this.#answer.failure !== undefined || this.#answer.status >= 400
  }
  getErrorCode(): number {
    return this.#answer.failure === undefined ? 0 : 1
  }
  getErrorMessage(): string | null {
    if (this.#answer.failure !== undefined) return this.#answer.failure
    if (this.#file && this.#answer.status >= 400) return this.#answer.body
    return this.#answer.status >= 400 ? `Method failed with code: ${this.#answer.status}` : null
  }
  getHeader(name: unknown): string | null {
    return this.#answer.headers[String(name).toLowerCase()] ?? null
  }
  getHeaders(): Record<string, string> {
    return { ...this.#answer.headers }
  }
  getAllHeaders(): { name: string; value: string }[] {
    return Object.entries(this.#answer.headers).map(([name, value]) => ({ name, value }))
  }
}
honest('RESTResponseV2', RESTResponseV2)

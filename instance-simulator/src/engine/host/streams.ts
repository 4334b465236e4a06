import { randomUUID } from 'node:crypto'
import type { AttachmentStore } from '../../contracts.ts'
import type { Question } from './questions.ts'

/** Bytes that one transaction's scripts hold by a handle: the body of its request, answers of other machines, attachments. */
export class Streams {
  readonly #attachments: AttachmentStore
  readonly #held = new Map<string, Buffer>()

  constructor(attachments: AttachmentStore, body: Buffer | undefined) {
    this.#attachments = attachments
    if (body) this.#held.set('body', body)
  }

  hold(bytes: Buffer): string {
    const id = randomUUID()
    this.#held.set(id, bytes)
    return id
  }

  /** Throws when a script holds on to what is no longer there. */
  read(handle: unknown): Buffer {
    const { attachment, held } = (handle ?? {}) as Record<string, unknown>
    const bytes =
      typeof attachment === 'string' ? this.#attachments.read(attachment) : this.#held.get(String(held ?? ''))
    if (!bytes) throw new Error('The stream has no content')
    return bytes
  }

  /** Text, base64 or a stream, as scripts hand over a content. */
  bytesOf(question: Question): Buffer {
    const { stream, base64, text } = question
    if (stream !== undefined) return this.read(stream)
    return typeof base64 === 'string' ? Buffer.from(base64, 'base64') : Buffer.from(String(text ?? ''), 'utf8')
  }
}

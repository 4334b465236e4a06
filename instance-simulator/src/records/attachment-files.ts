import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { systemCaller } from '../access/system-callers.ts'
import type { AttachmentStore, Caller, Row } from '../contracts.ts'
import type { MemoryStore } from './record-store.ts'

const chunkBytes = 734_003

/** Files as the platform keeps them: one sys_attachment row, the gzipped bytes in base64 chunks in sys_attachment_doc. */
export class AttachmentFiles implements AttachmentStore {
  readonly #store: MemoryStore

  constructor(store: MemoryStore) {
    this.#store = store
  }

  write(table: string, sysId: string, file: { name: string; contentType: string; bytes: Buffer }, caller: Caller): Row {
    const compressed = gzipSync(file.bytes)
    return this.#store.atomically(() => {
      const attachment = this.#store.insert(
        'sys_attachment',
        {
          file_name: file.name,
          content_type: file.contentType,
          table_name: table,
          table_sys_id: sysId,
          size_bytes: String(file.bytes.length),
          size_compressed: String(compressed.length),
          compressed: 'true',
          chunk_size_bytes: String(chunkBytes),
          hash: createHash('sha256').update(file.bytes).digest('hex'),
        },
        caller,
      )
      for (let position = 0; position * chunkBytes < compressed.length; position += 1) {
        const chunk = compressed.subarray(position * chunkBytes, (position + 1) * chunkBytes)
        const values = { position: String(position), length: String(chunk.length), data: chunk.toString('base64') }
        this.#store.insert('sys_attachment_doc', { sys_attachment: attachment['sys_id'] ?? '', ...values }, caller)
      }
      return attachment
    })
  }

  read(attachmentSysId: string): Buffer | undefined {
    const attachment = this.#store.find('sys_attachment', attachmentSysId)
    if (!attachment) return undefined
    const bytes = Buffer.concat(this.#chunks(attachmentSysId).map((row) => Buffer.from(row['data'] ?? '', 'base64')))
    return attachment['compressed'] === '1' ? gunzipSync(bytes) : bytes
  }

  remove(attachmentSysId: string): boolean {
    return this.#store.atomically(() => {
      for (const chunk of this.#chunks(attachmentSysId)) this.#store.remove('sys_attachment_doc', chunk['sys_id'] ?? '')
      return this.#store.remove('sys_attachment', attachmentSysId)
    })
  }

  #chunks(attachmentSysId: string): readonly Row[] {
    const encoded = `sys_attachment=${attachmentSysId}^ORDERBYposition`
    return this.#store.query('sys_attachment_doc', { encoded }, systemCaller)
  }
}

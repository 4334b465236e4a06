import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { systemCaller } from '../access/system-callers.ts'
import type { AttachedFile, AttachmentStore, Caller, Row } from '../contracts.ts'
import type { MemoryStore } from './record-store.ts'

const chunkBytes = 734_003

/** Files as the platform keeps them: a sys_attachment row, its gzipped bytes in base64 chunks in sys_attachment_doc. */
export class AttachmentFiles implements AttachmentStore {
  readonly #store: MemoryStore

  constructor(store: MemoryStore) {
    this.#store = store
  }

  describe(table: string, sysId: string, { name, contentType, bytes }: AttachedFile): Row {
    return {
      file_name: name,
      content_type: contentType,
      table_name: table,
      table_sys_id: sysId,
      size_bytes: String(bytes.length),
      size_compressed: String(gzipSync(bytes).length),
      compressed: 'true',
      chunk_size_bytes: String(chunkBytes),
      hash: createHash('sha256').update(bytes).digest('hex'),
    }
  }

  keep(attachmentSysId: string, bytes: Buffer, caller: Caller): void {
    const compressed = gzipSync(bytes)
    this.#store.atomically(() => {
      for (let position = 0; position * chunkBytes < compressed.length; position += 1) {
        const chunk = compressed.subarray(position * chunkBytes, (position + 1) * chunkBytes)
        const values = { position: String(position), length: String(chunk.length), data: chunk.toString('base64') }
        this.#store.insert('sys_attachment_doc', { sys_attachment: attachmentSysId, ...values }, caller)
      }
    })
  }

  read(attachmentSysId: string): Buffer | undefined {
    const attachment = this.#store.find('sys_attachment', attachmentSysId)
    if (!attachment) return undefined
    const bytes = Buffer.concat(this.#chunks(attachmentSysId).map((row) => Buffer.from(row['data'] ?? '', 'base64')))
    return attachment['compressed'] === '1' ? gunzipSync(bytes) : bytes
  }

  #chunks(attachmentSysId: string): readonly Row[] {
    const encoded = `sys_attachment=${attachmentSysId}^ORDERBYposition`
    return this.#store.query('sys_attachment_doc', { encoded }, systemCaller)
  }
}

import type { IncomingMessage } from 'node:http'
import busboy from 'busboy'
import { RestError } from '../rest-error.ts'

export interface UploadedFile {
  readonly name: string
  readonly contentType: string
  readonly bytes: Buffer
}

export interface UploadForm {
  readonly fields: Readonly<Record<string, string>>
  /** The first file part, whatever its field is called. */
  readonly file: UploadedFile | undefined
}

/** Reads multipart/form-data into memory. Throws RestError for no form at all and for files above the limit. */
export function readUploadForm(request: IncomingMessage, maxBytes: number): Promise<UploadForm> {
  return new Promise((resolve, reject) => {
    const fields: Record<string, string> = {}
    let file: UploadedFile | undefined
    const parser = startParser(request, maxBytes)
    if (!parser) return reject(new RestError('unsupportedMedia', { detail: 'A multipart form is expected' }))
    parser.on('field', (name, value) => {
      fields[name] = value
    })
    parser.on('file', (_field, stream, info) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('limit', () => reject(new RestError('tooLarge')))
      stream.on('end', () => {
        file ??= { name: info.filename ?? '', contentType: info.mimeType, bytes: Buffer.concat(chunks) }
      })
    })
    parser.on('close', () => resolve({ fields, file }))
    parser.on('error', () => reject(new RestError('unreadableBody', { detail: 'The form is damaged' })))
    request.pipe(parser)
  })
}

function startParser(request: IncomingMessage, fileSize: number): busboy.Busboy | undefined {
  try {
    return busboy({ headers: request.headers, limits: { fileSize } })
  } catch {
    return undefined
  }
}

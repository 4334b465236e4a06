import type { FILES } from '@accord/shared/contracts'

import type { SyncContext } from '../../sync/items/sync-context.ts'
import { giveDownload } from '../../sync/files/give-download.ts'
import { serveBlob } from '../../sync/files/serve-blob.ts'
import { takePart } from '../../sync/files/take-part.ts'
import { takeUpload } from '../../sync/files/take-upload.ts'
import type { Handlers } from '../handlers.ts'

export const fileOperations = (files: SyncContext): Handlers<typeof FILES> => ({
  readBlob: ({ params, from }) => serveBlob(files, params.connectionId, params.sha256, from),
  writeBlob: ({ params, query, content }) =>
    takePart(files, params.connectionId, { sha256: params.sha256, from: query.from, content }),
  uploadFile: ({ params, content }) => takeUpload(files, params.uploadId, content),
  downloadFile: ({ params }) => giveDownload(files, params.downloadId),
})

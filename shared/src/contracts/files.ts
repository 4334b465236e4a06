import { SYNC_LIMITS } from '../sync/index.js'
import type { Contracts } from './contract.js'
import { SIGNED_REFUSALS } from './refusals.js'

const BYTES = 'application/octet-stream'

/** Contents of files: between nodes in parts, PROTOCOL.md §11.11; between a node and its own instance in one piece, §8. */
export const FILES = {
  readBlob: {
    summary: 'A part of a file that this side has offered in a message, from the byte that `Range` names',
    method: 'GET',
    path: '/node/v1/connections/{connectionId}/blobs/{sha256}',
    audience: 'node',
    status: 206,
    answerType: BYTES,
    bytes: SYNC_LIMITS.filePartBytes,
    refusals: [...SIGNED_REFUSALS, 'file_unknown', 'retry_later'],
  },
  writeBlob: {
    summary: 'The next part of a file that this side has asked for, from a side that cannot be called',
    method: 'PUT',
    path: '/node/v1/connections/{connectionId}/blobs/{sha256}',
    audience: 'node',
    bodyType: BYTES,
    bytes: SYNC_LIMITS.filePartBytes,
    query: { schema: 'FilePartQuery', names: ['from'] },
    answer: 'FilePartTaken',
    refusals: [...SIGNED_REFUSALS, 'file_unknown', 'file_failed', 'retry_later'],
  },
  uploadFile: {
    summary: 'The contents of a file that the node has asked its instance for',
    method: 'PUT',
    path: '/instance/v1/uploads/{uploadId}',
    audience: 'instance',
    bodyType: BYTES,
    isStreamed: true,
    answer: 'FileUploaded',
    refusals: ['file_unknown', 'file_failed', 'payload_too_large'],
  },
  downloadFile: {
    summary: 'The contents of a file of the other side, for the record that it belongs to',
    method: 'GET',
    path: '/instance/v1/downloads/{downloadId}',
    audience: 'instance',
    answerType: BYTES,
    isStreamed: true,
    refusals: ['file_unknown'],
  },
} as const satisfies Contracts

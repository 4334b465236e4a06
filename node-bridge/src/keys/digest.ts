import { createHash } from 'node:crypto'

/** SHA-256 as 43 characters of base64url. Text is hashed as UTF-8. */
export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('base64url')

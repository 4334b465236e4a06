import { createHash, randomBytes } from 'node:crypto'

/** 192 random bits, as 32 characters. */
export const createToken = (): string => randomBytes(24).toString('base64url')

/** What the database holds of a token. A plain hash is enough for so much chance. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url')

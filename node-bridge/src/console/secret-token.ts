import { createHash, randomBytes } from 'node:crypto'

/** 192 random bits, as 32 characters. */
export const createToken = (): string => randomBytes(24).toString('base64url')

/** The hash of a token, which the database stores. A plain hash is enough for 192 random bits. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url')

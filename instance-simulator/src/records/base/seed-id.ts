import { createHash } from 'node:crypto'

/** The same sys_id for the same thing on every simulated instance. */
export const seedId = (...parts: readonly string[]) => createHash('md5').update(parts.join(':')).digest('hex')

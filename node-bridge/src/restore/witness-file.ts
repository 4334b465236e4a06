import path from 'node:path'

import { z } from 'zod'

import { readDurable, writeDurably } from '../operation/durable-file.ts'

const Witness = z.object({
  /** Whose database this host has seen; the file of another node says nothing. */
  instanceUid: z.uuid(),
  host: z.uuid(),
  epoch: z.uuid(),
  counter: z.int().min(0),
})
/** What this host remembers of the database, outside of it. */
export type Witness = z.infer<typeof Witness>

const fileIn = (dataDir: string): string => path.join(dataDir, 'restore-witness.json')

/** Undefined when there is no file, or one that is no witness. */
export const readWitness = (dataDir: string): Witness | undefined => readDurable(fileIn(dataDir), Witness)

export const writeWitness = (dataDir: string, witness: Witness): void => writeDurably(fileIn(dataDir), witness)

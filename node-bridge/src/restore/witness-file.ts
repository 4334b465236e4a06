import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import path from 'node:path'

import { z } from 'zod'

import { parseStrictJson } from '../jws/strict-json.ts'

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
export function readWitness(dataDir: string): Witness | undefined {
  try {
    const parsed = Witness.safeParse(parseStrictJson(readFileSync(fileIn(dataDir))))
    return parsed.success ? parsed.data : undefined
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Whole on the disk before it takes the place of the one before. */
export function writeWitness(dataDir: string, witness: Witness): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const draft = `${fileIn(dataDir)}.${process.pid}`
  const descriptor = openSync(draft, 'w', 0o600)
  writeSync(descriptor, `${JSON.stringify(witness)}\n`)
  fsyncSync(descriptor)
  closeSync(descriptor)
  renameSync(draft, fileIn(dataDir))
}

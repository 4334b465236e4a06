import path from 'node:path'

import { z } from 'zod'

import { readDurable, writeDurably } from '../files/durable-file.ts'

const RestoreMarker = z.object({
  /** The node whose database the marker belongs to. A marker of another node is ignored. */
  instanceUid: z.uuid(),
  host: z.uuid(),
  epoch: z.uuid(),
  counter: z.int().min(0),
})
/** What this host remembers of the database, outside of it. */
export type RestoreMarker = z.infer<typeof RestoreMarker>

const fileIn = (dataDir: string): string => path.join(dataDir, 'restore-marker.json')

/** Undefined when there is no file, or one that is no restore marker. */
export const readRestoreMarker = (dataDir: string): RestoreMarker | undefined =>
  readDurable(fileIn(dataDir), RestoreMarker)

export const writeRestoreMarker = (dataDir: string, marker: RestoreMarker): void =>
  writeDurably(fileIn(dataDir), marker)

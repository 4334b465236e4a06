import path from 'node:path'

import { z } from 'zod'

import { readDurable, writeDurably } from '../files/durable-file.ts'

const SeenHeadFile = z.object({
  /** The node whose log the anchor belongs to. An anchor of another node is ignored. */
  instanceUid: z.uuid(),
  generation: z.int().min(0),
  seq: z.int().min(0),
  hash: z.string(),
  sealed: z.string().nullable(),
})

/** The newest head that this host has seen and checked, outside of the database. */
export interface SeenHead {
  readonly generation: number
  readonly seq: number
  readonly hash: string
  readonly sealed: string | null
}

export interface AuditAnchor {
  /** Undefined for a host that has never seen the log. */
  seen(): SeenHead | undefined
  /** Notes a newer head. The file is written a moment later, and when the node stops. */
  move(head: SeenHead): void
  stop(): void
}

const GATHER_MS = 500

const fileIn = (dataDir: string): string => path.join(dataDir, 'audit-anchor.json')

/** What this host has remembered of a node's log; without a `dataDir` or for another node nothing. */
export function readAuditAnchor(dataDir: string, instanceUid: string): SeenHead | undefined {
  const seen = readDurable(fileIn(dataDir), SeenHeadFile)
  return seen?.instanceUid === instanceUid ? seen : undefined
}

export function createAuditAnchor(dataDir: string, instanceUid: string): AuditAnchor {
  let seen = readAuditAnchor(dataDir, instanceUid)
  let gathering: NodeJS.Timeout | undefined
  const write = () => {
    clearTimeout(gathering)
    gathering = undefined
    if (seen) writeDurably(fileIn(dataDir), { instanceUid, ...seen })
  }
  return {
    seen: () => seen,
    move: ({ generation, seq, hash, sealed }) => {
      seen = { generation, seq, hash, sealed }
      // A file that cannot be written must not end the process: the next one is tried as well.
      gathering ??= setTimeout(() => void tryTo(write), GATHER_MS).unref()
    },
    stop: write,
  }
}

function tryTo(write: () => void): void {
  try {
    write()
  } catch {
    // The restore marker lies beside it and says in the log why nothing can be written there.
  }
}

import path from 'node:path'

import { z } from 'zod'

import { readDurable, writeDurably } from '../files/durable-file.ts'
import type { Database } from '../store/engine/database.ts'
import { findLicenceClock, type LicenceClockRecord, moveLicenceClock } from '../store/licence/licence-clock.ts'
import type { Evaluation } from './entitlement.ts'

/** What this host remembers beside the database, so that a database that is restored or made anew begins nothing anew. */
const ClockFile = z.object({ evaluationFrom: z.int().min(0), seenAt: z.int().min(0) })

const fileIn = (dataDir: string): string => path.join(dataDir, 'licence-clock.json')
/** Closer than this is not worth a write. */
const STEP_MS = 60_000
const FILE_STEP_MS = 3_600_000

export interface LicenceClock {
  /** Remembers that this time was seen, and tells where the evaluation stands. */
  note(now: Date): Promise<Evaluation>
}

/** `firstStartedAt`: by the database. The earliest beginning that database or file knows counts. */
export async function openLicenceClock(
  { db }: Pick<Database, 'db'>,
  dataDir: string,
  firstStartedAt: Date,
  now: Date,
): Promise<LicenceClock> {
  const remembered = readDurable(fileIn(dataDir), ClockFile)
  await moveLicenceClock(db, {
    evaluationFrom: new Date(Math.min(firstStartedAt.getTime(), remembered?.evaluationFrom ?? Infinity)),
    seenAt: new Date(Math.max(now.getTime(), remembered?.seenAt ?? 0)),
  })
  let known = await readClock(db)
  let written = remember(dataDir, known)
  return {
    note: async (at) => {
      if (at.getTime() - known.seenAt.getTime() >= STEP_MS) {
        await moveLicenceClock(db, { ...known, seenAt: at })
        known = await readClock(db)
      }
      if (known.seenAt.getTime() - written.getTime() >= FILE_STEP_MS) written = remember(dataDir, known)
      return { from: known.evaluationFrom, seenAt: known.seenAt }
    },
  }
}

async function readClock(db: Database['db']): Promise<LicenceClockRecord> {
  const clock = await findLicenceClock(db)
  if (!clock) throw new Error('The licence clock was not stored')
  return clock
}

function remember(dataDir: string, { evaluationFrom, seenAt }: LicenceClockRecord): Date {
  writeDurably(fileIn(dataDir), { evaluationFrom: evaluationFrom.getTime(), seenAt: seenAt.getTime() })
  return seenAt
}

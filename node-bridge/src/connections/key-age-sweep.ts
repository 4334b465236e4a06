import { listConnections } from '../store/connections.ts'
import type { ConnectionRecord } from '../store/connection-record.ts'
import { listKeyRotations } from '../store/key-rotations.ts'
import { NODE_ACTOR } from './change-connection.ts'
import type { ConnectionContext } from './connection-context.ts'
import { beginRotation } from './rotate-keys.ts'

const EVERY_MS = 60_000
const DAY_MS = 86_400_000

/** Replaces keys that are older than the setting says at the time; 0 never does. Answers the function that stops it. */
export function startKeyAgeSweep(context: ConnectionContext): () => void {
  const sweep = () => {
    rotateByAge(context).catch((error: unknown) =>
      context.log.error({ err: error }, 'keys could not be judged by their age'),
    )
  }
  sweep()
  const timer = setInterval(sweep, EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}

async function rotateByAge(context: ConnectionContext): Promise<void> {
  const { rotateKeysDays } = await context.runSettings()
  if (rotateKeysDays > 0) await rotateOldKeys(context, rotateKeysDays)
}

/** Only where both sides stand together: a peer that is lost could not acknowledge. */
export async function rotateOldKeys(context: ConnectionContext, days: number): Promise<void> {
  const { database, now } = context
  const oldest = now().getTime() - days * DAY_MS
  for (const record of await listConnections(database.db))
    if (record.state === 'active' && (await keyMadeAt(context, record)).getTime() < oldest)
      await beginRotation(context, record, NODE_ACTOR)
}

async function keyMadeAt(
  { database }: ConnectionContext,
  { id, activatedAt, createdAt }: ConnectionRecord,
): Promise<Date> {
  const chain = await listKeyRotations(database.db, id, 'local')
  return chain.at(-1)?.at ?? activatedAt ?? createdAt
}

import { isSyncUserReady } from '../user/sync-user.ts'
import { startPartition } from './partitions.ts'
import { waitingByPartition } from './plan-rows.ts'

/** Starts every partition in which plans wait: whatever a job that died or never began has left. Says how many wait. */
export function wakePartitions(): number {
  const waiting = waitingByPartition()
  if (waiting.size > 0 && isSyncUserReady()) for (const partition of waiting.keys()) startPartition(partition)
  return [...waiting.values()].reduce((sum, count) => sum + count, 0)
}

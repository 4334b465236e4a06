import type { LaneHandler } from '../lanes/lane-handler.ts'
import { asTheNode } from './origin.ts'

/** A request may wake the lanes; what they do is the node's own work all the same. */
export const runAsTheNode = ({ backoff, run }: LaneHandler): LaneHandler => ({
  backoff,
  run: (job) => asTheNode(() => run(job)),
})

import { licenceProblems } from './licence-problems.ts'
import { consoleProblems } from './console-problems.ts'
import { noticeProblems } from './notice-problems.ts'
import { pairingProblems } from './pairing-problems.ts'
import { protocolProblems } from './protocol-problems.ts'
import { reachingProblems } from './reaching-problems.ts'
import { syncProblems } from './sync-problems.ts'

/** The catalogue in German, in the groups of the English one. */
export const problems = {
  ...protocolProblems,
  ...reachingProblems,
  ...licenceProblems,
  ...pairingProblems,
  ...syncProblems,
  ...consoleProblems,
  ...noticeProblems,
}

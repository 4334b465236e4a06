import { Refusal } from '../http/refusal.ts'
import { forgetPairing } from '../node/pairing-record.ts'
import { forgetWork } from '../sync/forget-work.ts'

/** Of whom the node knows nothing any more, or another instance: there is nothing to end but the row here. */
const ENDS_HERE: readonly string[] = ['not_paired', 'instance_copied']

/** The node first, so that the token opens nothing before it is forgotten here; a node that has ended it already is content. */
export function endPairing(askNode: () => unknown): object {
  try {
    askNode()
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || !ENDS_HERE.includes(thrown.code)) throw thrown
  }
  forgetPairing()
  forgetWork()
  return { pairing: null }
}

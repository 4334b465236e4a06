import type { NamedInstance } from '../nodes/callers.ts'
import { Refusal } from '../refusals/refusal.ts'
import type { Database } from '../store/engine/database.ts'
import { type PairingRecord, recordRefusedCopy } from '../store/instance/pairings.ts'

interface CopyContext {
  readonly database: Database
  readonly now: () => Date
}

/** A copy calls for as long as nobody has ended its pairing; the same one again within this time is not worth a commit. */
const SAME_FOR_MS = 60_000

/**
 * A clone of an instance holds its rows, its jobs and the key of its secrets, and so our token. It must not act in the
 * name of the one that was paired. Throws `instance_copied`, and leaves word for the admin of that one.
 */
export async function refuseCopy(context: CopyContext, pairing: PairingRecord, named: NamedInstance): Promise<void> {
  if (isTheOne(pairing, named)) return
  const copy = { url: named.url ?? '', at: context.now() }
  const { copy: last } = pairing
  if (!last || last.url !== copy.url || copy.at.getTime() - last.at.getTime() >= SAME_FOR_MS)
    await context.database.transaction((transaction) => recordRefusedCopy(transaction, copy))
  throw new Refusal('instance_copied', `The instance ${pairing.instanceUrl} is paired with this node.`, {
    facts: { copyOf: pairing.instanceUrl },
  })
}

/** One difference is enough: which of the three a clone keeps of its source is its platform's affair. */
function isTheOne({ instanceUrl, instanceId, instanceName }: PairingRecord, { url, id, name }: NamedInstance): boolean {
  const sameUrl = url === undefined || url.replace(/\/+$/u, '') === instanceUrl
  const sameId = id === undefined || instanceId === null || id === instanceId
  const sameName = name === undefined || name === encodeURIComponent(instanceName)
  return sameUrl && sameId && sameName
}

import type { EditItemRequest, HeldMessage, SyncItemDetail } from '@accord/shared/schemas'

import { Refusal } from '../../refusals/refusal.ts'
import { findStoredPair } from '../../store/sync/sync-pairs.ts'
import { changeStored } from '../items/change-stored.ts'
import { editedText, inboundMessageOf } from '../items/inbound-message.ts'
import { inboundTextOf, type Item, itemOf } from '../items/item.ts'
import { readItem } from '../items/read-item.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { agreeToCompared } from '../pairs/compare-anew.ts'
import { retryIncoming } from '../pairs/conclude-incoming.ts'

/** What waits here in quarantine, for whoever wants to edit it. Throws `sync_pair_unknown`, `state_conflict` where nothing waits. */
export async function readHeldMessage(context: SyncContext, itemId: string): Promise<HeldMessage> {
  const stored = await findStoredPair(context.database.db, itemId)
  if (!stored) throw new Refusal('sync_pair_unknown')
  const item = itemOf(stored, context.epoch)
  requireHeld(item)
  const claims = inboundMessageOf(context.vault, stored)
  if (!claims || !('replica' in claims)) throw nothingToEdit()
  return { replica: claims.replica, changed: [...claims.changed] }
}

/**
 * A person says what the fields of the message shall be here, and the rules run on that. It is as if the rules had read it so:
 * nothing of it goes back to the sender. Entries and files stay as they came. Throws as `readHeldMessage`.
 */
export async function editAndRetry(
  context: SyncContext,
  itemId: string,
  { replica, actor }: EditItemRequest,
): Promise<SyncItemDetail> {
  await changeStored(context, itemId, (item) => {
    requireHeld(item)
    const claims = inboundMessageOf(context.vault, item.stored)
    const text = inboundTextOf(context.vault, item.stored)
    if (text === undefined || !claims || !('replica' in claims)) throw nothingToEdit()
    return {
      pair: retryIncoming(agreeToCompared(item.pair)),
      inbound: editedText(text, replica),
      actor,
      isEdited: true,
    }
  })
  return readItem(context, itemId)
}

function requireHeld({ pair }: Item): void {
  if (pair.inbound?.phase !== 'quarantined') throw nothingToEdit()
}

const nothingToEdit = () =>
  new Refusal('state_conflict', 'No message of the other side waits here that could be edited.')

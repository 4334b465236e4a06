import type { ItemFile } from '@accord/shared/schemas'
import { ITEM_FILE_STATES } from '@accord/shared/sync'

import { findBlob } from '../../store/sync/blobs.ts'
import { listIncoming } from '../../store/sync/pair-files.ts'
import type { StoredPair } from '../../store/sync/sync-pairs.ts'
import { openFile } from './pair-files.ts'
import type { SyncContext } from './sync-context.ts'

/** Files of the other side that are on their way to our record, or could not be brought. */
export async function describeFiles(
  { database, vault }: Pick<SyncContext, 'database' | 'vault'>,
  { id, connectionId }: StoredPair,
): Promise<ItemFile[]> {
  const shown: ItemFile[] = []
  for (const file of await listIncoming(database.db, id)) {
    const state = ITEM_FILE_STATES.find((each) => each === file.state)
    if (!state) continue
    const { sha256, bytes, fault } = file
    const blob = await findBlob(database.db, { connectionId, direction: 'in', sha256 })
    shown.push({ name: openFile(vault, file).name, bytes, received: blob?.received ?? 0, state, code: fault })
  }
  return shown
}

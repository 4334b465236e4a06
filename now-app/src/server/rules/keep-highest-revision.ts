import { GlideRecord, gs } from '@servicenow/glide'
import { say } from '../messages.ts'
import { TABLES } from '../names.ts'

/**
 * Before an update of a connection. The stored row is read again: `previous` is what the writer had loaded, and another
 * callback may have written since.
 */
export function keepHighestRevision(current: GlideRecord<string>): void {
  const stored = new GlideRecord(TABLES.connection)
  if (!stored.get(current.getUniqueValue())) return
  if (Number(current.getValue('revision')) > Number(stored.getValue('revision'))) return
  gs.addErrorMessage(say('changedAtNode'))
  current.setAbortAction(true)
}

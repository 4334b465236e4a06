import { isSyncErrorCode } from '@accord/shared/protocol'
import type { SyncFinding } from '@accord/shared/schemas'

import type { TrackerRefusal } from '../tracker.ts'

/** What the instance found wrong, in the catalogue's words; a finding that has none there is a refusal of the instance. */
export const refusedBy = ({ code, detail, names = [] }: SyncFinding): TrackerRefusal => ({
  kind: 'refused',
  code: isSyncErrorCode(code) ? code : 'refused_by_instance',
  message: names.length > 0 ? `${detail} (${names.join(', ')})` : detail,
})

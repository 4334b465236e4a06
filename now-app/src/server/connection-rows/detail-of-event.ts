import type { ConnectionDetail, InstanceEvent } from '@accord/shared/schemas'
import type { JsonObject } from '../http/read-body.ts'
import { Refusal } from '../http/refusal.ts'

/**
 * The news of a callback whose signature fits. The node has checked the shape against the schemas; only what would
 * damage the stored rows are looked at again.
 */
export function detailOf(body: JsonObject): ConnectionDetail {
  const { kind, connection, log } = body as unknown as InstanceEvent
  const usable =
    kind === 'connection.changed' &&
    typeof connection?.id === 'string' &&
    connection.id !== '' &&
    Number.isInteger(connection.revision) &&
    connection.revision > 0 &&
    typeof connection.remote === 'object' &&
    Array.isArray(log)
  if (!usable) throw new Refusal('malformed', 'This is not an event that this version of the application knows.')
  return { connection, log }
}

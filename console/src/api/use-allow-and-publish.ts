import type { InputOf } from '@accord/shared/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useHost } from '../host/console-host.ts'

export interface Publication {
  readonly connectionId: string
  readonly body: InputOf<'publishSync'>['body']
  /** What sync access has to open before; nothing where it is open, or where this page cannot open it. */
  readonly allow: InputOf<'allowSyncAccess'>['body']['tables']
  /** Roles of the sync user that has to be made before; undefined where it is there. */
  readonly userRoles: readonly string[] | undefined
}

/** Opens what the rules need, makes the user as whom is written, and publishes; in this order, since a trigger may only ask what is open. */
export function useAllowAndPublish() {
  const host = useHost()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ connectionId, body, allow, userRoles }: Publication) => {
      if (allow.length > 0) await host.call('allowSyncAccess', { body: { tables: allow } })
      if (userRoles) await host.call('putSyncUser', { body: { roles: [...userRoles] } })
      return host.call('publishSync', { params: { connectionId }, body })
    },
    // What was opened stays open where publishing was refused.
    onSettled: () => queries.invalidateQueries(),
  })
}

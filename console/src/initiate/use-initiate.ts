import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { useState } from 'react'
import { useConsoleCall } from '../api/use-console-call.ts'
import { issuedCodeOf } from '../invitation/issued-code.ts'
import type { IssuedCode } from '../invitation/issued-code.ts'
import { newRequestId } from './new-request-id.ts'
import { connectionName } from './initiate-draft.ts'
import type { InitiateDraft } from './initiate-draft.ts'

export interface Initiation {
  readonly issued: IssuedCode | undefined
  /** A local connection: it needs no code and is active already. */
  readonly established: ConnectionSnapshot | undefined
  readonly isBusy: boolean
  readonly refusal: unknown
  /** True once a request went out: its connection may exist although its answer was lost. */
  readonly wasSent: boolean
  readonly submit: () => void
}

/** One wizard is one request: repeating it after a lost answer replaces the code instead of making a second connection. */
export function useInitiate(draft: InitiateDraft): Initiation {
  const call = useConsoleCall('initiateConnection')
  const [requestId] = useState(newRequestId)
  const found = draft.noUrl ? null : draft.found
  const submit = () =>
    call.mutate({
      body: {
        requestId,
        destinationUrl: found?.url ?? null,
        mode: draft.mode,
        localShortName: draft.localShortName.trim(),
        remoteShortName: draft.remoteShortName.trim(),
        name: connectionName(draft).trim(),
        description: draft.description,
        ...(found?.local ? {} : { expiresInMs: draft.validForMs, approval: draft.approval }),
      },
    })
  const { connection, code = null } = call.data ?? {}
  const established = code === null ? connection : undefined
  return {
    issued: issuedCodeOf(call.data),
    established,
    isBusy: call.isPending,
    refusal: call.error ?? undefined,
    wasSent: !call.isIdle,
    submit,
  }
}

import type { ScriptFault, ShadowedPair } from '@accord/shared/schemas'
import { SYNC_LIMITS } from '@accord/shared/sync'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useHost } from '../host/console-host.ts'

export interface ShadowDraft {
  readonly table: string
  readonly outgoing: string
  readonly incoming: string
  readonly mayWiden: boolean
}

export interface ShadowProgress {
  readonly done: number
  readonly total: number
}

/** `faults`: nothing was run, since a script is wrong. */
export interface ShadowOutcome {
  readonly draft: ShadowDraft
  readonly faults: readonly ScriptFault[]
  readonly pairs: readonly ShadowedPair[]
}

/** So many pairs tell what a draft does: those that changed last. */
const PAIRS = 200

/** Runs a draft over the newest pairs of a connection, a few at a time so that nobody waits for long; a new run ends the one before. */
export function useShadowRun(connectionId: string) {
  const host = useHost()
  const [progress, setProgress] = useState<ShadowProgress | null>(null)
  const running = useRef<AbortController | null>(null)
  const params = { connectionId }
  const cancel = () => running.current?.abort()
  useEffect(() => () => running.current?.abort(), [])
  const { mutateAsync, reset, ...call } = useMutation<ShadowOutcome | null, Error, ShadowDraft>({
    mutationFn: async (draft) => {
      cancel()
      const { signal } = (running.current = new AbortController())
      const { items } = await host.call('listSyncItems', { params, query: { limit: String(PAIRS) }, signal })
      const ids = items.map(({ id }) => id)
      const pairs: ShadowedPair[] = []
      for (let at = 0; at < ids.length; at += SYNC_LIMITS.shadowPairs) {
        if (signal.aborted) return null
        setProgress({ done: at, total: ids.length })
        const itemIds = ids.slice(at, at + SYNC_LIMITS.shadowPairs)
        const ran = await host.call('shadowScripts', { params, body: { ...draft, itemIds } })
        if (ran.faults.length > 0) return { draft, faults: ran.faults, pairs: [] }
        pairs.push(...ran.pairs)
      }
      return signal.aborted ? null : { draft, faults: [], pairs }
    },
    onSettled: () => setProgress(null),
  })
  return {
    /** Null where it was cancelled; rejects where a page could not be run. */
    run: mutateAsync,
    cancel,
    reset,
    progress,
    isRunning: call.isPending,
    outcome: call.data ?? null,
    error: call.error,
  }
}

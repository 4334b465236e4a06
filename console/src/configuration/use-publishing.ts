import type { ScriptFault, SyncConfiguration } from '@accord/shared/schemas'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAllowAndPublish } from '../api/use-allow-and-publish.ts'
import { useAnnounce } from '../parts/announcer.tsx'
import type { NeededAccess } from './needed-access.ts'
import type { SyncDraft } from './draft/draft-content.ts'
import type { useSyncDraft } from './draft/use-sync-draft.ts'

interface Publishing {
  readonly configuration: SyncConfiguration
  readonly editing: ReturnType<typeof useSyncDraft>
  /** What is opened along with it; undefined where this page cannot. */
  readonly opens: NeededAccess | undefined
}

interface Outcome {
  readonly draft: SyncDraft
  readonly faults: readonly ScriptFault[]
}

/** Publishes once, however often the button is pressed; keeps what came of it until something else is written. */
export function usePublishing({ configuration, editing, opens }: Publishing) {
  const { t } = useTranslation()
  const announce = useAnnounce()
  const call = useAllowAndPublish()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const { draft: shown, basedOn, saving, hold, forget } = editing
  // Between the click and the call the draft may be saved: the page asks first what it would change.
  const latest = useRef(editing)
  useEffect(() => {
    latest.current = editing
  })
  const publish = async (draft: SyncDraft, note: string) => {
    if (call.isPending) return
    hold(true)
    // A save that comes after it would bring back the draft that publishing ends.
    const saved = await saving.settle()
    const { outgoing, incoming, query, isActive, history, notes, mayWiden } = draft
    const { connectionId, table } = configuration
    const trigger = { query, isActive, history, notes }
    const body = { table, outgoing, incoming, trigger, mayWiden, basedOn: { ...basedOn }, note }
    const revision = saved === undefined ? latest.current.revision : saved
    call.mutate(
      { connectionId, body: { ...body, draft: revision }, allow: allowedTables(opens), userRoles: opens?.userRoles },
      {
        onSuccess: ({ faults }) => {
          setOutcome({ draft, faults })
          announce(t(faults.length > 0 ? 'configure.faulty' : 'configure.nothing'))
          if (faults.length === 0) forget()
        },
        onSettled: () => hold(false),
      },
    )
  }
  const isFresh = outcome?.draft === shown || (outcome !== null && outcome.faults.length === 0 && !editing.isChanged)
  return {
    publish: (draft: SyncDraft, note: string) => void publish(draft, note),
    isPending: call.isPending,
    error: call.error,
    faults: isFresh ? (outcome?.faults ?? []) : [],
    isDone: isFresh && outcome?.faults.length === 0,
  }
}

const allowedTables = (opens: NeededAccess | undefined) =>
  (opens?.tables ?? []).map((access) => ({
    ...access,
    readFields: [...access.readFields],
    writeFields: [...access.writeFields],
    readJournals: [...access.readJournals],
    writeJournals: [...access.writeJournals],
  }))

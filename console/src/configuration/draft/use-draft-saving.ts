import type { SyncConfiguration } from '@accord/shared/schemas'
import { type Dispatch, type SetStateAction, useEffect, useRef, useState } from 'react'
import { useSaveDraft } from '../../api/use-save-draft.ts'
import { problemOf } from '../../host/refusal.ts'
import { excessOf, isSameDraft, savedDraft } from './draft-content.ts'
import { afterSaving, type Edited, otherDraft } from './edited.ts'

/** A pause in typing. */
const PAUSE_MS = 1_000
/** Until what failed for a reason that passes is tried again. */
const AGAIN_MS = 10_000

interface Failure {
  readonly error: unknown
  readonly edited: Edited
}

interface Saving {
  readonly configuration: SyncConfiguration
  readonly edited: Edited | null
  readonly setEdited: Dispatch<SetStateAction<Edited | null>>
  /** Publishing ends the draft: nothing is saved beside it. */
  readonly isHeld: boolean
}

/** Keeps on the node what is typed, one call at a time, whenever the typing pauses. */
export function useDraftSaving({ configuration, edited, setEdited, isHeld }: Saving) {
  const { save, askAnew } = useSaveDraft(configuration.connectionId)
  const [isSaving, setSaving] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const underWay = useRef<Promise<string | null | undefined>>(undefined)
  const other = isSaving ? undefined : otherDraft(edited, configuration)
  const excess = edited ? excessOf(edited.draft) : 0
  const failed = failure?.edited.draft === edited?.draft ? failure : null

  const send = async (sent: Edited) => {
    setSaving(true)
    try {
      const { draft } = await save(bodyOf(configuration.table, sent))
      setFailure(null)
      setEdited((now) => afterSaving(now, sent, draft))
      return draft?.revision ?? null
    } catch (error) {
      setFailure({ error, edited: sent })
      if (problemOf(error).code === 'draft_changed') await askAnew()
      return undefined
    } finally {
      underWay.current = undefined
      setSaving(false)
    }
  }
  const saveNow = (sent: Edited): void => void (underWay.current = send(sent))

  const mayPass = failed === null || (problemOf(failed.error).retry && problemOf(failed.error).code !== 'draft_changed')
  const isDue = edited !== null && !isSaving && !isHeld && !other && excess === 0 && mayPass
  useEffect(() => {
    if (!isDue || !edited) return undefined
    if (!failed && countsAlready(edited, configuration)) return saveNow(edited)
    const timer = setTimeout(() => saveNow(edited), failed ? AGAIN_MS : PAUSE_MS)
    return () => clearTimeout(timer)
  }, [isDue, edited, failed])

  return {
    isSaving,
    excess,
    other,
    error: failed && problemOf(failed.error).code !== 'draft_changed' ? failed.error : null,
    retry: () => edited && saveNow(edited),
    /** Writes over what somebody else has written. */
    keepMine: () => {
      if (edited && other) saveNow({ ...edited, follows: other.revision })
    },
    /** Waits for what is on its way, and answers its revision; undefined where nothing is. */
    settle: () => underWay.current,
  }
}

/** It is no draft any more: nobody waits for a pause to see it end. */
const countsAlready = ({ draft }: Edited, configuration: SyncConfiguration): boolean =>
  isSameDraft(draft, savedDraft(configuration))

const bodyOf = (table: string, { draft, basedOn, follows }: Edited) => {
  const { outgoing, incoming, query, isActive, history, notes, mayWiden } = draft
  return {
    table,
    outgoing,
    incoming,
    trigger: { query, isActive, history, notes },
    mayWiden,
    basedOn: { ...basedOn },
    follows,
  }
}

import type { ScriptFault, SyncDirection } from '@accord/shared/schemas'
import type { Ref } from 'react'

export interface EditorHandle {
  /** Lines count from 1. */
  readonly goTo: (line: number) => void
}

/** What both editors of a script have. */
export interface EditorProps {
  readonly handle: Ref<EditorHandle>
  readonly connectionId: string
  readonly direction: SyncDirection
  readonly label: string
  /** Ids of what describes the field. */
  readonly describedBy: string
  readonly source: string
  readonly faults: readonly ScriptFault[]
  readonly isReadOnly: boolean
  readonly onChange: (source: string) => void
}

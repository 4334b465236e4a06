import type { ScriptFault, SyncDirection } from '@accord/shared/schemas'
import type { Ref } from 'react'

/** A place in a script: a line, from 1, or a part of its text. */
export type ScriptSpot = { readonly script: SyncDirection } & (
  { readonly line: number } | { readonly from: number; readonly to: number }
)

export interface EditorHandle {
  /** Lines count from 1. */
  readonly goTo: (line: number) => void
  /** Selects it and brings it into sight. */
  readonly show: (spot: ScriptSpot) => void
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

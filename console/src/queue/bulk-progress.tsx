import type { Bulk } from '@accord/shared/schemas'
import { Suspense } from 'react'
import { useBulks } from '../api/use-bulk.ts'
import { laterPart } from '../host/later-part.ts'

const OneBulk = laterPart(async () => (await import('./bulk-parts.ts')).OneBulk)

/** What has ended stands there for an hour. */
const SHOWN_MS = 3_600_000

/** What is done with many pairs now, or was a moment ago. */
export function BulkProgress() {
  const { data } = useBulks()
  const isOpen = ({ state }: Bulk) => state === 'running' || state === 'paused'
  const shown = (data?.bulks ?? []).filter((bulk) => isOpen(bulk) || Date.now() - Date.parse(bulk.movedAt) < SHOWN_MS)
  return (
    <Suspense>
      {shown.map((bulk) => (
        <OneBulk key={bulk.id} bulk={bulk} />
      ))}
    </Suspense>
  )
}

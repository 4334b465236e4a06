import type { SyncItem } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'

const TONES = {
  synced: 'good',
  sending: 'waiting',
  receiving: 'waiting',
  held: 'broken',
  held_there: 'attention',
  declined: 'none',
  ended: 'none',
} as const satisfies Record<SyncItem['status'], string>

/** Where a pair stands, in a word; the colour repeats it. */
export function StatusBadge({ status }: Pick<SyncItem, 'status'>) {
  const { t } = useTranslation()
  return (
    <span className="accord-state" data-tone={TONES[status]}>
      {t(`sync.statuses.${status}`)}
    </span>
  )
}

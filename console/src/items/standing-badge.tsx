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
} as const satisfies Record<SyncItem['standing'], string>

/** Where a pair stands, in a word; the colour repeats it. */
export function StandingBadge({ standing }: Pick<SyncItem, 'standing'>) {
  const { t } = useTranslation()
  return (
    <span className="accord-state" data-tone={TONES[standing]}>
      {t(`sync.standings.${standing}`)}
    </span>
  )
}

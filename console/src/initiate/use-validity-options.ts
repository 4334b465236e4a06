import { LIMITS } from '@accord/shared/protocol'
import { useTranslation } from 'react-i18next'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** How long a code may live, from an hour to the protocol's longest. */
export function useValidityOptions() {
  const { t } = useTranslation()
  return [HOUR_MS, DAY_MS, LIMITS.invitationDefaultMs, 7 * DAY_MS, LIMITS.invitationMaxMs].map((ms) => ({
    value: String(ms),
    label:
      ms < DAY_MS
        ? t('initiate.information.hours', { count: ms / HOUR_MS })
        : t('initiate.information.days', { count: ms / DAY_MS }),
  }))
}

import { useTranslation } from 'react-i18next'
import { useStuckCount } from '../api/use-stuck-jobs.ts'

const REFRESH_MS = 15_000

/** The number of stuck jobs, beside the page's name in the menu; nothing where there are none or it is unknown. */
export function StuckCount({ paired }: { readonly paired: boolean }) {
  const { t } = useTranslation()
  const { data: count = 0 } = useStuckCount(REFRESH_MS, paired)
  if (count === 0) return null
  return (
    <>
      {' '}
      <span className="accord-state" data-tone="attention" aria-label={t('jobs.count', { count })}>
        {count}
      </span>
    </>
  )
}

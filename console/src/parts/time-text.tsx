import { useTranslation } from 'react-i18next'
import { absoluteTime, relativeTime } from './relative-time.ts'
import { useNow } from './use-now.ts'

/** A node's clock may be that far ahead of the reader's: what has just happened is not "in 3 seconds". */
const CLOCK_LEAD_MS = 10_000

interface TimeTextProps {
  readonly at: string | null
  /** `relative`: the absolute time shows on hover. `both`: it stands beside. */
  readonly show?: 'relative' | 'both'
  readonly never?: string
}

export function TimeText({ at, show = 'relative', never = '–' }: TimeTextProps) {
  const { i18n } = useTranslation()
  useNow(5_000)
  if (!at) return <>{never}</>
  const aheadMs = Date.parse(at) - Date.now()
  const relative = relativeTime(aheadMs > 0 && aheadMs < CLOCK_LEAD_MS ? 0 : aheadMs, i18n.language)
  const absolute = absoluteTime(at, i18n.language)
  return (
    <time dateTime={at} title={absolute}>
      {show === 'both' ? `${absolute} (${relative})` : relative}
    </time>
  )
}

import { useTranslation } from 'react-i18next'
import { absoluteTime, relativeTime } from './relative-time.ts'
import { useNow } from './use-now.ts'

interface TimeTextProps {
  readonly at: string | null
  /** `relative`: the absolute time shows on hover. `both`: it stands beside. */
  readonly show?: 'relative' | 'both'
  readonly never?: string
}

export function TimeText({ at, show = 'relative', never = '–' }: TimeTextProps) {
  const { i18n } = useTranslation()
  const now = useNow(5_000)
  if (!at) return <>{never}</>
  const relative = relativeTime(new Date(at).getTime() - now, i18n.language)
  const absolute = absoluteTime(at, i18n.language)
  return (
    <time dateTime={at} title={absolute}>
      {show === 'both' ? `${absolute} (${relative})` : relative}
    </time>
  )
}

import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { absoluteTime } from '../parts/relative-time.ts'
import { useNow } from '../parts/use-now.ts'
import { timeLeft } from './time-left.ts'

/** The absolute end of the code and, live, what is left. The seconds are for the eye; nothing is announced. */
export function ExpiryCountdown({ expiresAt }: { readonly expiresAt: string }) {
  const { t, i18n } = useTranslation()
  const now = useNow(1_000)
  const left = timeLeft(Date.parse(expiresAt) - now)
  const time = left && (left.days > 0 ? t('invitation.daysLeft', { days: left.days, time: left.time }) : left.time)
  return (
    <time dateTime={expiresAt}>
      {absoluteTime(expiresAt, i18n.language)}{' '}
      <Text component="span" c="dimmed" fz="sm" style={{ fontVariantNumeric: 'tabular-nums' }}>
        {time ? t('invitation.expiresIn', { left: time }) : t('invitation.expired')}
      </Text>
    </time>
  )
}

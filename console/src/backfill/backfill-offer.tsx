import { Group, Text } from '@mantine/core'
import type { BackfillCount, ConnectionSnapshot } from '@accord/shared/schemas'
import { BACKFILL_RATE } from '@accord/shared/sync'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConsoleCall } from '../api/use-console-call.ts'
import { useSession } from '../api/use-session.ts'
import { ReasonedButton } from '../parts/reasoned-button.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { RateField, rateOf } from './rate-field.tsx'

interface BackfillOfferProps {
  readonly connection: ConnectionSnapshot
  /** Counts at once, and says nothing where there is nothing to bring in. */
  readonly isAsked?: boolean
}

/** How many records match and are in no pair; brought in at a rate once somebody has seen that. */
export function BackfillOffer({ connection: { id, state }, isAsked = false }: BackfillOfferProps) {
  const { t } = useTranslation()
  const { roles } = useSession()
  const { mutate, ...count } = useConsoleCall('countBackfill')
  const params = { connectionId: id }
  const rests = state === 'active' ? undefined : t('backfill.rests')
  const reason = roles.maintainer ? rests : t('common.needsMaintainer')
  const mayCount = reason === undefined
  useEffect(() => {
    if (isAsked && mayCount) mutate({ params: { connectionId: id } })
  }, [id, isAsked, mayCount, mutate])
  if (isAsked && (!count.data || isNone(count.data))) return null
  return (
    <>
      {count.error ? <ProblemNotice thrown={count.error} onRetry={() => mutate({ params })} /> : null}
      {count.data ? <Counted key={count.submittedAt} connectionId={id} count={count.data} reason={reason} /> : null}
      {isAsked ? null : (
        <Group>
          <ReasonedButton reason={reason} onClick={() => count.isPending || mutate({ params })}>
            {t(count.data ? 'backfill.countAgain' : 'backfill.count')}
          </ReasonedButton>
        </Group>
      )}
    </>
  )
}

const isNone = ({ matching, paired }: BackfillCount) => matching <= paired

interface CountedProps {
  readonly connectionId: string
  readonly count: BackfillCount
  readonly reason: string | undefined
}

function Counted({ connectionId, count, reason }: CountedProps) {
  const { t, i18n } = useTranslation()
  const [rate, setRate] = useState(String(count.perMinute))
  const begin = useConsoleCall('beginBackfill')
  const number = (value: number) => new Intl.NumberFormat(i18n.language).format(value)
  const open = count.matching - count.paired
  const perMinute = rateOf(rate)
  const minutes = Math.ceil(open / (perMinute ?? BACKFILL_RATE.usual))
  const start = () => {
    if (perMinute !== undefined && !begin.isPending) begin.mutate({ params: { connectionId }, body: { perMinute } })
  }
  if (begin.isSuccess)
    return (
      <Text fz="sm" role="status">
        {t('backfill.states.running')}
      </Text>
    )
  const counts = { count: open, open: number(open), paired: number(count.paired) }
  return (
    <>
      <Text fz="sm" role="status">
        {isNone(count) ? t('backfill.none') : t(count.isExact ? 'backfill.counted' : 'backfill.estimated', counts)}{' '}
        {isNone(count) ? null : t('backfill.minutes', { count: minutes, minutes: number(minutes) })}
      </Text>
      {isNone(count) ? null : (
        <Group align="flex-end" gap="sm">
          <RateField value={rate} onChange={setRate} />
          <ReasonedButton variant="filled" reason={reason} onClick={start}>
            {t('backfill.begin')}
          </ReasonedButton>
        </Group>
      )}
      {begin.error ? <ProblemNotice thrown={begin.error} onRetry={start} /> : null}
    </>
  )
}

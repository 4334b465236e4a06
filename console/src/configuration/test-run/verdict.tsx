import { Text } from '@mantine/core'
import type { TestedPlan } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../parts/notice.tsx'
import { relativeTime } from '../../parts/relative-time.ts'

type Rights = TestedPlan['syncUser']

/** May the user as whom plans are written write this field? */
export function verdictOn(name: string, rights: Rights): 'may' | 'mayNot' | 'unknown' {
  if (!rights) return 'unknown'
  return rights.mayWriteRecord && !rights.closed.includes(name) ? 'may' : 'mayNot'
}

interface VerdictProps {
  readonly rights: Rights
  /** Nothing would be written. */
  readonly isNothing: boolean
}

/** What the instance's ACLs say of the plan, and how far that holds. */
export function Verdict({ rights, isNothing }: VerdictProps) {
  const { t, i18n } = useTranslation()
  if (isNothing) return null
  if (!rights)
    return (
      <Text fz="xs" c="dimmed">
        {t('testRun.syncUser.notAsked')}
      </Text>
    )
  const { mayWriteRecord, closed, checkedAt } = rights
  const at = relativeTime(Math.min(0, Date.parse(checkedAt) - Date.now()), i18n.language)
  return (
    <>
      {mayWriteRecord ? null : <Notice tone="attention">{t('testRun.syncUser.record')}</Notice>}
      {mayWriteRecord && closed.length > 0 ? (
        <Notice tone="attention">{t('testRun.syncUser.fields', { names: closed.join(', ') })}</Notice>
      ) : null}
      <Text fz="xs" c="dimmed">
        {t('testRun.syncUser.asked', { at })}
      </Text>
    </>
  )
}

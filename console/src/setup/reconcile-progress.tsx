import { Stack, Text } from '@mantine/core'
import { useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useReconciling } from '../api/use-reconciling.ts'
import { useAnnounce } from '../parts/announcer.tsx'
import { problemWords } from '../problems/problem-words.ts'

/**
 * After a pairing: how many of the connections that the node knows from before are stored. The numbers are no live region,
 * since they change each two seconds; what is said aloud is the end.
 */
export function ReconcileProgress() {
  const { t, i18n } = useTranslation()
  const announce = useAnnounce()
  const labelId = useId()
  const reconciling = useReconciling()
  const wasReconciling = useRef(false)
  const isReconciling = reconciling !== undefined
  useEffect(() => {
    if (wasReconciling.current && !isReconciling) announce(t('setup.reconciling.done'))
    wasReconciling.current = isReconciling
  }, [announce, isReconciling, t])
  if (!reconciling) return null
  const { known, stored, refused } = reconciling
  const words = refused === null ? undefined : problemWords(refused, i18n)
  return (
    <div className="accord-notice" data-tone={words ? 'attention' : 'waiting'}>
      <Stack gap="xs">
        <span id={labelId}>
          {known === null ? t('setup.reconciling.asking') : t('setup.reconciling.storing', { stored, count: known })}
        </span>
        <progress
          className="accord-progress"
          aria-labelledby={labelId}
          {...(known === null ? {} : { value: stored, max: Math.max(known, 1) })}
        />
        <Text fz="sm">
          {words ? t('setup.reconciling.refused', { title: words.title }) : t('setup.reconciling.goesOn')}
        </Text>
      </Stack>
    </div>
  )
}

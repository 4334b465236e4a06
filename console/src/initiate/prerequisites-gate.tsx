import { Button, Center, Group, Loader } from '@mantine/core'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNodeStatus } from '../api/use-node-status.ts'
import { Panel } from '../parts/panel.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { FindingList } from '../setup/finding-list.tsx'
import { PrerequisiteNotices } from './prerequisite-notices.tsx'

/**
 * Lets the wizard begin only when nothing blocks it; what blocks is shown with its remedy. Once begun, the wizard stays:
 * a later failure must not take away what was typed.
 */
export function PrerequisitesGate({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation()
  const [hasBegun, setBegun] = useState(false)
  const { data: status, error, isFetching, refetch } = useNodeStatus(!hasBegun)
  const findings = status?.prerequisites ?? []
  const isBlocked = findings.some(({ state }) => state === 'failed')
  const mayBegin = status !== undefined && !error && !isBlocked
  if (mayBegin && !hasBegun && !isFetching) setBegun(true)
  if (hasBegun)
    return (
      <>
        <PrerequisiteNotices findings={findings} />
        {children}
      </>
    )
  if (error) return <ProblemNotice thrown={error} onRetry={() => void refetch()} />
  if (!isBlocked)
    return (
      <Center mih={200} role="status" aria-label={t('initiate.checking')}>
        <Loader />
      </Center>
    )
  return (
    <Panel title={t('initiate.blocked')}>
      <FindingList findings={findings} />
      <Group>
        <Button loading={isFetching} onClick={() => void refetch()}>
          {t('initiate.checkAgain')}
        </Button>
      </Group>
    </Panel>
  )
}

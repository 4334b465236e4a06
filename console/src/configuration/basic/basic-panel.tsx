import { Group, Text } from '@mantine/core'
import type { SyncConfiguration } from '@accord/shared/schemas'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConsoleCall } from '../../api/use-console-call.ts'
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx'
import { Panel } from '../../parts/panel.tsx'
import { ReasonedButton } from '../../parts/reasoned-button.tsx'
import { ProblemNotice } from '../../problems/problem-notice.tsx'

interface BasicPanelProps {
  readonly configuration: SyncConfiguration
  /** Why this user may not write rules; undefined where it may. */
  readonly reason: string | undefined
}

/** In the place of the scripts, where nobody writes them; and the way to write them. */
export function BasicPanel({ configuration: { connectionId }, reason }: BasicPanelProps) {
  const { t } = useTranslation()
  const call = useConsoleCall('upgradeToScript')
  const [isAsked, ask] = useState(false)
  const upgrade = () => {
    ask(false)
    call.mutate({ params: { connectionId }, body: {} })
  }
  return (
    <Panel title={t('basic.title')}>
      <Text fz="sm">{t('basic.lead')}</Text>
      <Text fz="sm">{t('basic.notes')}</Text>
      <Group>
        <ReasonedButton reason={reason} onClick={() => ask(true)}>
          {t('basic.upgrade')}
        </ReasonedButton>
      </Group>
      {call.error ? <ProblemNotice thrown={call.error} onRetry={upgrade} /> : null}
      <ConfirmDialog
        opened={isAsked}
        title={t('basic.askTitle')}
        confirm={t('basic.upgrade')}
        danger
        onConfirm={upgrade}
        onCancel={() => ask(false)}
      >
        <Text>{t('basic.askText')}</Text>
      </ConfirmDialog>
    </Panel>
  )
}

import { shownUrl } from '@accord/shared/protocol'
import { Group, Text } from '@mantine/core'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../api/use-session.ts'
import { remoteUrlOf } from '../invitation/issued-code.ts'
import { OtherHostNotice } from '../invitation/other-host-notice.tsx'
import { DescriptionList } from '../parts/description-list.tsx'
import { Panel } from '../parts/panel.tsx'
import { ReasonedButton } from '../parts/reasoned-button.tsx'
import { ActionDialog } from './action-dialog.tsx'
import { FingerprintPair } from './fingerprint-pair.tsx'
import { DECISIONS } from '../connection-state/possible-actions.ts'
import type { Decision } from '../connection-state/possible-actions.ts'

/** Who redeemed the code, for this side's admin to compare and to decide. */
export function ApprovalPanel({ connection }: { readonly connection: ConnectionSnapshot }) {
  const { t } = useTranslation()
  const { roles } = useSession()
  const [asked, setAsked] = useState<Decision | null>(null)
  const reason = roles.admin ? undefined : t('common.needsAdmin')
  const { remote } = connection
  return (
    <Panel title={t('approval.title')}>
      <Text>{t('approval.lead')}</Text>
      <DescriptionList
        items={[
          { label: t('connection.instance'), value: remote.name },
          { label: t('connection.instanceUrl'), value: remote.instanceUrl && shownUrl(remote.instanceUrl) },
        ]}
      />
      <OtherHostNotice entered={connection.invitation?.destinationUrl} named={remoteUrlOf(connection)} />
      <FingerprintPair connection={connection} />
      <Group gap="sm">
        <ReasonedButton reason={reason} variant="filled" onClick={() => setAsked('approve')}>
          {t('actions.approve.label')}
        </ReasonedButton>
        <ReasonedButton reason={reason} onClick={() => setAsked('reject')}>
          {t('actions.reject.label')}
        </ReasonedButton>
      </Group>
      {DECISIONS.map((decision) => (
        <ActionDialog
          key={decision}
          action={decision}
          connection={connection}
          opened={asked === decision}
          onClose={() => setAsked(null)}
        />
      ))}
    </Panel>
  )
}

import { Group, Text } from '@mantine/core'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../api/use-session.ts'
import { Facts } from '../parts/facts.tsx'
import { Fingerprint } from '../parts/fingerprint.tsx'
import { Panel } from '../parts/panel.tsx'
import { ReasonedButton } from '../parts/reasoned-button.tsx'
import { DecisionDialog } from './decision-dialog.tsx'
import type { Decision } from './decision-dialog.tsx'

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
      <Facts
        facts={[
          { label: t('connection.instance'), value: remote.name },
          { label: t('connection.instanceUrl'), value: remote.instanceUrl },
          { label: t('connection.fingerprint'), value: <Fingerprint value={remote.keyFingerprint} /> },
        ]}
      />
      <Group gap="sm">
        <ReasonedButton reason={reason} variant="filled" onClick={() => setAsked('approve')}>
          {t('approval.approve')}
        </ReasonedButton>
        <ReasonedButton reason={reason} onClick={() => setAsked('reject')}>
          {t('approval.reject')}
        </ReasonedButton>
      </Group>
      {(['approve', 'reject'] as const).map((decision) => (
        <DecisionDialog
          key={decision}
          decision={decision}
          connection={connection}
          opened={asked === decision}
          onClose={() => setAsked(null)}
        />
      ))}
    </Panel>
  )
}

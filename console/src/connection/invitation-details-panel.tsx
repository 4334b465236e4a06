import { Text } from '@mantine/core'
import type { InvitationDetails } from '@accord/shared/schemas'
import type { Side } from '@accord/shared/protocol'
import { useTranslation } from 'react-i18next'
import { CodeBinding } from '../invitation/code-binding.tsx'
import { DescriptionList } from '../parts/description-list.tsx'
import { Panel } from '../parts/panel.tsx'
import { TimeText } from '../parts/time-text.tsx'

interface InvitationDetailsPanelProps {
  readonly invitation: InvitationDetails
  readonly side: Side
  /** Of the other side. */
  readonly name: string
}

/** The public facts of the code; the code itself is nowhere any more, and the page says so. */
export function InvitationDetailsPanel({ invitation, side, name }: InvitationDetailsPanelProps) {
  const { t } = useTranslation()
  const { invitedInstanceUid: uid } = invitation
  // Only the source knows by which key it has bound the code.
  const bound = uid ? t('connection.boundSomebody', { uid }) : t('connection.boundNobody')
  return (
    <Panel title={t('connection.invitation')}>
      <DescriptionList
        items={[
          {
            label: t('connection.invitationState'),
            value: t(`connection.invitationStates.${invitation.state}`),
          },
          { label: t('connection.issued'), value: <TimeText at={invitation.issuedAt} show="both" /> },
          { label: t('connection.expires'), value: <TimeText at={invitation.expiresAt} show="both" /> },
          {
            label: t('connection.bound'),
            value: side === 'source' ? <CodeBinding invitation={invitation} name={name} /> : bound,
          },
        ]}
      />
      {side === 'source' && invitation.state === 'open' ? (
        <Text fz="sm" c="dimmed">
          {t('connection.copyAgain')}
        </Text>
      ) : null}
    </Panel>
  )
}

import { Anchor, Text } from '@mantine/core'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useNow } from '../parts/use-now.ts'
import { StateBadge } from '../connection-state/state-badge.tsx'
import { stateReason } from '../connection-state/state-reason.ts'

/** Badge and, below it, the reason in words; where only somebody here can go on, the way to what is to be decided. */
export function StateCell({ connection }: { readonly connection: ConnectionSnapshot }) {
  const { t, i18n } = useTranslation()
  const now = useNow(30_000)
  const reason = stateReason(connection, i18n, now)
  const { id: connectionId, side, state } = connection
  return (
    <>
      <StateBadge state={state} />
      {reason ? (
        <Text fz="xs" c="dimmed" mt={4} title={connection.stateReason?.detail}>
          {reason}
        </Text>
      ) : null}
      {side === 'source' && state === 'awaiting_approval' ? (
        <Anchor
          fz="xs"
          underline="always"
          renderRoot={(props) => <Link to="/connections/$connectionId" params={{ connectionId }} {...props} />}
        >
          {t('invitation.decide')}
        </Anchor>
      ) : null}
    </>
  )
}

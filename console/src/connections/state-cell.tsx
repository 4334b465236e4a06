import { Text } from '@mantine/core'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { useNow } from '../parts/use-now.ts'
import { StateBadge } from '../connection-state/state-badge.tsx'
import { stateReason } from '../connection-state/state-reason.ts'

/** Badge and, below it, the reason in words. */
export function StateCell({ connection }: { readonly connection: ConnectionSnapshot }) {
  const { i18n } = useTranslation()
  const now = useNow(30_000)
  const reason = stateReason(connection, i18n, now)
  return (
    <>
      <StateBadge state={connection.state} />
      {reason ? (
        <Text fz="xs" c="dimmed" mt={4} title={connection.stateReason?.detail}>
          {reason}
        </Text>
      ) : null}
    </>
  )
}

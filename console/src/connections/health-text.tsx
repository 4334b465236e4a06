import { Text } from '@mantine/core'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { TimeText } from '../parts/time-text.tsx'

const TONES = { up: 'good', slow: 'attention', down: 'broken' } as const

/** How the other side answers, and when it last did. */
export function HealthText({ connection }: { readonly connection: ConnectionSnapshot }) {
  const { t } = useTranslation()
  const { health, lastContactAt } = connection
  return (
    <>
      {health ? (
        <span className="accord-state" data-tone={TONES[health]} title={t(`life.healths.${health}`)}>
          {t(`connections.healths.${health}`)}
        </span>
      ) : null}
      <Text component="span" display="block" fz="xs" c="dimmed" mt={2}>
        {health === 'down' && lastContactAt ? `${t('connections.lastAnswer')} ` : null}
        <TimeText at={lastContactAt} never={t('connections.neverContacted')} />
      </Text>
    </>
  )
}

import type { ConnectionSnapshot, KeyAge } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { useKeyFacts } from '../api/use-key-facts.ts'
import { Facts } from '../parts/facts.tsx'
import type { Fact } from '../parts/facts.tsx'
import { Panel } from '../parts/panel.tsx'
import { TimeText } from '../parts/time-text.tsx'

/** How old the key of each side is and which replacement is under way; the two ends of a local connection have none. */
export function KeysPanel({ connection }: { readonly connection: ConnectionSnapshot }) {
  const { t } = useTranslation()
  const { data } = useKeyFacts(connection.id)
  const linesOf = (side: 'local' | 'remote', key: KeyAge | null | undefined): Fact[] => [
    { label: t(`keys.${side}Made`), value: key ? <TimeText at={key.madeAt} show="both" /> : null },
    ...(key ? [{ label: t(`keys.${side}Rotations`), value: String(key.rotations) }] : []),
    ...timeLine(t(`keys.${side}Replacing`), key?.replacingSince),
    ...timeLine(t('keys.earlierUntil'), key?.earlierUntil),
  ]
  return (
    <Panel title={t('keys.title')}>
      <Facts facts={[...linesOf('local', data?.local), ...linesOf('remote', data?.remote)]} />
    </Panel>
  )
}

const timeLine = (label: string, at: string | null | undefined): Fact[] =>
  at ? [{ label, value: <TimeText at={at} show="both" /> }] : []

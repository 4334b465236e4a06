import type { ConnectionSnapshot, KeyAge } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { useKeyDetails } from '../api/use-key-details.ts'
import { DescriptionList } from '../parts/description-list.tsx'
import type { Item } from '../parts/description-list.tsx'
import { Panel } from '../parts/panel.tsx'
import { TimeText } from '../parts/time-text.tsx'

/** How old the key of each side is and which replacement is under way; the two ends of a local connection have none. */
export function KeysPanel({ connection }: { readonly connection: ConnectionSnapshot }) {
  const { t } = useTranslation()
  const { data } = useKeyDetails(connection.id)
  const linesOf = (side: 'local' | 'remote', key: KeyAge | null | undefined): Item[] => [
    { label: t(`keys.${side}Made`), value: key ? <TimeText at={key.madeAt} show="both" /> : null },
    ...(key ? [{ label: t(`keys.${side}Rotations`), value: String(key.rotations) }] : []),
    ...timeLine(t(`keys.${side}Replacing`), key?.replacingSince),
    ...timeLine(t('keys.earlierUntil'), key?.earlierUntil),
  ]
  return (
    <Panel title={t('keys.title')}>
      <DescriptionList items={[...linesOf('local', data?.local), ...linesOf('remote', data?.remote)]} />
    </Panel>
  )
}

const timeLine = (label: string, at: string | null | undefined): Item[] =>
  at ? [{ label, value: <TimeText at={at} show="both" /> }] : []

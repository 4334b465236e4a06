import { Anchor, Text } from '@mantine/core'
import type { DictionaryWarning, SyncConfiguration } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { useDictionaryWarnings } from '../../api/use-dictionary-warnings.ts'
import { Panel } from '../../parts/panel.tsx'
import type { ScriptSpot } from '../editor/editor-props.ts'
import { faultWords } from '../editor/fault-words.ts'

interface DictionaryPanelProps {
  readonly configuration: SyncConfiguration
  readonly onShow: (spot: ScriptSpot) => void
}

/** What the published scripts take for granted and the tracker has changed, before a record fails by it. */
export function DictionaryPanel({ configuration, onShow }: DictionaryPanelProps) {
  const { t } = useTranslation()
  const { connectionId, outgoing, incoming } = configuration
  const { data } = useDictionaryWarnings(connectionId, `${outgoing?.version} ${incoming?.version}`)
  const warnings = data?.warnings ?? []
  if (warnings.length === 0) return null
  return (
    <Panel title={t('dictionary.title')}>
      <Text fz="sm">{t('dictionary.lead')}</Text>
      <ul className="accord-faults">
        {warnings.map((warning) => (
          <li
            key={`${warning.direction} ${warning.kind} ${warning.table} ${warning.field} ${warning.before} ${warning.line}`}
          >
            <WarningLine {...{ warning, onShow }} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

interface WarningLineProps extends Pick<DictionaryPanelProps, 'onShow'> {
  readonly warning: DictionaryWarning
}

function WarningLine({ warning, onShow }: WarningLineProps) {
  const { t, i18n } = useTranslation()
  const { direction, kind, table, field, before, now, line, fault } = warning
  const what = kind === 'choice' && now !== '' ? 'label' : kind
  return (
    <Text fz="sm" style={{ overflowWrap: 'anywhere' }}>
      {t(`dictionary.kind.${what}`, { table, field, before, now: fault ? faultWords(fault, i18n) : now })}{' '}
      <Anchor fz="sm" component="button" type="button" onClick={() => onShow({ script: direction, line })}>
        {t(`dictionary.at.${direction}`, { line })}
      </Anchor>
    </Text>
  )
}

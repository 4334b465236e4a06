import { Tabs, Text } from '@mantine/core'
import type { PublishedScript, ScriptFault, SyncConfiguration, SyncDirection } from '@accord/shared/schemas'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel } from '../parts/panel.tsx'
import type { ScriptSpot } from './editor/editor-props.ts'
import { ScriptEditor } from './editor/script-editor.tsx'
import type { SyncDraft } from './draft/draft-content.ts'

const DIRECTIONS = ['outgoing', 'incoming'] as const satisfies readonly SyncDirection[]

interface ScriptsPanelProps {
  readonly configuration: SyncConfiguration
  readonly draft: SyncDraft
  readonly faults: readonly ScriptFault[]
  readonly isReadOnly: boolean
  /** Where a link has led to, or what is to be filled in next. */
  readonly spot: ScriptSpot | undefined
  readonly onChange: (changes: Partial<SyncDraft>) => void
}

export function ScriptsPanel({ configuration, draft, faults, isReadOnly, spot, onChange }: ScriptsPanelProps) {
  const { t } = useTranslation()
  const [shown, setShown] = useState<SyncDirection>(spot?.script ?? 'outgoing')
  useEffect(() => {
    if (spot) setShown(spot.script)
  }, [spot])
  const faultsOf = (direction: SyncDirection) => faults.filter((fault) => fault.direction === direction)
  return (
    <Panel title={t('configure.scripts.title')}>
      <Tabs
        value={shown}
        onChange={(next) => setShown(DIRECTIONS.find((it) => it === next) ?? 'outgoing')}
        keepMounted={false}
      >
        <Tabs.List mb="sm">
          {DIRECTIONS.map((direction) => (
            <Tabs.Tab key={direction} value={direction}>
              {t(`configure.scripts.${direction}`)}
              <FaultCount count={faultsOf(direction).length} />
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {DIRECTIONS.map((direction) => (
          <Tabs.Panel key={direction} value={direction}>
            <ScriptEditor
              connectionId={configuration.connectionId}
              direction={direction}
              label={t(`configure.scripts.${direction}`)}
              source={draft[direction]}
              faults={faultsOf(direction)}
              isReadOnly={isReadOnly}
              spot={spot?.script === direction ? spot : undefined}
              onChange={(source) => onChange({ [direction]: source })}
            />
            <VersionText published={configuration[direction]} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Panel>
  )
}

function FaultCount({ count }: { readonly count: number }) {
  const { t } = useTranslation()
  if (count === 0) return null
  return (
    <>
      {' '}
      <span className="accord-state" data-tone="broken">
        {t('configure.scripts.faults', { count })}
      </span>
    </>
  )
}

function VersionText({ published }: { readonly published: PublishedScript | null }) {
  const { t } = useTranslation()
  return (
    <Text fz="xs" c="dimmed">
      {published
        ? t('configure.scripts.version', { version: published.version, actor: published.publishedBy })
        : t('configure.scripts.draft')}
    </Text>
  )
}

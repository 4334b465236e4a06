import { NativeSelect, Stack, Text } from '@mantine/core'
import type { RulesVersion, SyncConfiguration, SyncDirection } from '@accord/shared/schemas'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useVersionText } from '../../api/use-rules-versions.ts'
import { ProblemNotice } from '../../problems/problem-notice.tsx'
import type { Publication } from './publications.ts'
import { ScriptDiff } from './script-diff.tsx'
import type { Editing } from './use-restoring.ts'

interface CompareVersionsProps {
  readonly configuration: SyncConfiguration
  readonly publication: Publication
  readonly versions: readonly RulesVersion[]
  readonly draft: Editing['draft']
}

const DIRECTIONS = ['outgoing', 'incoming'] as const satisfies readonly SyncDirection[]
const DRAFT = 'draft'

/** A version beside what stands in the editor, or beside another version. */
export function CompareVersions({ configuration, publication, versions, draft }: CompareVersionsProps) {
  const { t } = useTranslation()
  const [direction, setDirection] = useState<SyncDirection>(publication.published[0]?.direction ?? 'outgoing')
  const [other, setOther] = useState(DRAFT)
  const { connectionId } = configuration
  const shown = publication.counted[direction]
  const others = versions.filter((each) => each.direction === direction && each.version !== shown?.version)
  const chosen = others.find(({ version }) => String(version) === other)
  const before = useVersionText(connectionId, shown)
  const chosenText = useVersionText(connectionId, chosen)
  const after = chosen ? chosenText.data : draft[direction]
  const error = before.error ?? chosenText.error
  return (
    <Stack gap="sm">
      <div className="accord-pair">
        <NativeSelect
          label={t('versions.script')}
          data={DIRECTIONS.map((value) => ({ value, label: t(`configure.scripts.${value}`) }))}
          value={direction}
          onChange={(event) => {
            setDirection(event.currentTarget.value === 'incoming' ? 'incoming' : 'outgoing')
            setOther(DRAFT)
          }}
        />
        <NativeSelect
          label={t('versions.with')}
          data={[
            { value: DRAFT, label: t('versions.draft') },
            ...others.map(({ version }) => ({ value: String(version), label: t('versions.name', { version }) })),
          ]}
          value={chosen ? other : DRAFT}
          onChange={(event) => setOther(event.currentTarget.value)}
        />
      </div>
      {error ? <ProblemNotice thrown={error} onRetry={() => void before.refetch()} /> : null}
      {before.data === undefined || after === undefined ? null : before.data === after ? (
        <Text fz="sm">{t('versions.same')}</Text>
      ) : (
        <ScriptDiff before={before.data} after={after} label={t('versions.diff', { version: shown?.version })} />
      )}
    </Stack>
  )
}

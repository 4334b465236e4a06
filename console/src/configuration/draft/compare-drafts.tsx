import { Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ScriptDiff } from '../versions/script-diff.tsx'
import type { SyncDraft } from './draft-content.ts'

interface CompareDraftsProps {
  /** Of somebody else. */
  readonly other: SyncDraft
  readonly mine: SyncDraft
}

const DIRECTIONS = ['outgoing', 'incoming'] as const

/** Two texts beside each other, script by script. */
export function CompareDrafts({ other, mine }: CompareDraftsProps) {
  const { t } = useTranslation()
  const differing = DIRECTIONS.filter((direction) => other[direction] !== mine[direction])
  if (differing.length === 0) return <Text fz="sm">{t('drafts.same')}</Text>
  return (
    <Stack gap="sm">
      {differing.map((direction) => {
        const label = t('drafts.diff', { script: t(`configure.scripts.${direction}`) })
        return (
          <div key={direction}>
            <Text fz="sm">{label}</Text>
            <ScriptDiff before={other[direction]} after={mine[direction]} label={label} />
          </div>
        )
      })}
    </Stack>
  )
}

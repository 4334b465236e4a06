import { Button, Group, Stack } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../parts/notice.tsx'
import { CompareDrafts } from './compare-drafts.tsx'
import type { SyncDraft } from './draft-content.ts'

interface DraftQuestionProps {
  readonly text: ReactNode
  readonly mine: SyncDraft
  readonly other: SyncDraft
  readonly keep: string
  readonly drop: string
  readonly onKeep: () => void
  readonly onDrop: () => void
}

/** Two texts stand against each other: nothing is lost before somebody has chosen. */
export function DraftQuestion({ text, mine, other, keep, drop, onKeep, onDrop }: DraftQuestionProps) {
  const { t } = useTranslation()
  const [isCompared, setCompared] = useState(false)
  return (
    <Stack gap="xs">
      <Notice tone="attention">
        <Stack gap="xs">
          <span>{text}</span>
          <Group gap="sm">
            <Button size="xs" variant="default" aria-expanded={isCompared} onClick={() => setCompared(!isCompared)}>
              {t(isCompared ? 'drafts.hide' : 'drafts.compare')}
            </Button>
            <Button size="xs" variant="default" onClick={onKeep}>
              {keep}
            </Button>
            <Button size="xs" variant="default" onClick={onDrop}>
              {drop}
            </Button>
          </Group>
        </Stack>
      </Notice>
      {isCompared ? <CompareDrafts {...{ other, mine }} /> : null}
    </Stack>
  )
}

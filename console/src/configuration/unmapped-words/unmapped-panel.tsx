import { Button, Group, Text } from '@mantine/core'
import type { SyncDirection, UnmappedWord } from '@accord/shared/schemas'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { usePart } from '../../host/use-part.ts'
import { useAnnounce } from '../../parts/announcer.tsx'
import { Panel } from '../../parts/panel.tsx'
import { TimeText } from '../../parts/time-text.tsx'
import { loadEditor } from '../editor/load-editor.ts'
import type { ScriptSpot } from '../editor/editor-props.ts'

interface UnmappedPanelProps {
  readonly unmapped: readonly UnmappedWord[]
  readonly draft: Readonly<Record<SyncDirection, string>>
  readonly isReadOnly: boolean
  readonly onChange: (changes: Partial<Record<SyncDirection, string>>) => void
  /** What is to be filled in next. */
  readonly onShow: (spot: ScriptSpot) => void
}

/** Words that the published scripts have met and do not know, each with the line that is missing. */
export function UnmappedPanel({ unmapped, draft, isReadOnly, onChange, onShow }: UnmappedPanelProps) {
  const { t } = useTranslation()
  const announce = useAnnounce()
  const editor = usePart(loadEditor)
  if (unmapped.length === 0) return null
  const add = (word: UnmappedWord) => {
    if (editor.state !== 'here') return
    const { direction } = word
    const added = editor.part.lineToAdd(draft[direction], word)
    if (!added) return announce(t('unmapped.nowhere', { word: word.word }))
    if (!added.isThere) onChange({ [direction]: added.source })
    onShow({ script: direction, from: added.from, to: added.to })
    announce(t(added.isThere ? 'unmapped.there' : 'unmapped.added', { word: word.word }))
  }
  return (
    <Panel title={t('unmapped.title')}>
      <Text fz="sm">{t('unmapped.lead')}</Text>
      <ul className="accord-faults">
        {unmapped.map((word) => (
          <WordLine
            key={`${word.direction} ${word.kind} ${word.path} ${word.word}`}
            word={word}
            isReadOnly={isReadOnly || editor.state !== 'here'}
            onAdd={() => add(word)}
          />
        ))}
      </ul>
    </Panel>
  )
}

interface WordLineProps {
  readonly word: UnmappedWord
  readonly isReadOnly: boolean
  readonly onAdd: () => void
}

function WordLine({ word: { direction, kind, path, word, met, lastAt }, isReadOnly, onAdd }: WordLineProps) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <li>
      <Group gap="sm" wrap="wrap">
        <Text fz="sm" id={id} style={{ overflowWrap: 'anywhere' }}>
          {t(`unmapped.kind.${kind}`, { word, path: path === '' ? '?' : path })}{' '}
          <Text component="span" fz="xs" c="dimmed">
            {t(`configure.scripts.${direction}`)} · {t('unmapped.met', { count: met })} · <TimeText at={lastAt} />
          </Text>
        </Text>
        {isReadOnly ? null : (
          <Button variant="default" size="compact-xs" aria-describedby={id} onClick={onAdd}>
            {t('unmapped.add')}
          </Button>
        )}
      </Group>
    </li>
  )
}

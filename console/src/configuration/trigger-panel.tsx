import { Checkbox, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useConditionFields } from '../api/use-condition-fields.ts'
import { useTriggerCheck } from '../api/use-draft-check.ts'
import { problemOf } from '../host/refusal.ts'
import { Panel } from '../parts/panel.tsx'
import { problemWords } from '../problems/problem-words.ts'
import { ConditionBuilder } from './condition/condition-builder.tsx'
import { HistoryChoice } from './history-choice.tsx'
import { NotesField } from './notes-field.tsx'
import type { SyncDraft } from './draft/draft-content.ts'

interface TriggerPanelProps {
  readonly connectionId: string
  readonly table: string
  readonly draft: Pick<SyncDraft, 'query' | 'isActive' | 'history' | 'notes'>
  readonly isReadOnly: boolean
  /** Sync access opens the table: before that the instance counts nothing. */
  readonly isCountable: boolean
  readonly onChange: (changes: Partial<SyncDraft>) => void
}

const SHOWN = 5

/** The records that match and were changed last: whether a condition means what somebody meant is seen by them. */
function Sample({ keys, texts }: { readonly keys: readonly string[]; readonly texts: readonly string[] }) {
  const { t } = useTranslation()
  if (keys.length === 0) return null
  return (
    <div>
      <Text fz="sm">{t('configure.trigger.sample')}</Text>
      <Text component="ul" fz="sm" m={0} pl="md" style={{ overflowWrap: 'anywhere' }}>
        {keys.slice(0, SHOWN).map((key, place) => (
          <li key={key}>
            <strong>{key}</strong> {texts[place]}
          </li>
        ))}
      </Text>
    </div>
  )
}

/** Which records begin a pair: the condition, checked by the instance while it is typed, with the number that match now. */
export function TriggerPanel(props: TriggerPanelProps) {
  const { connectionId, table, draft, isReadOnly, isCountable, onChange } = props
  const { t, i18n } = useTranslation()
  const { matching, newest, texts, error, isFetching } = useTriggerCheck(connectionId, table, draft.query, isCountable)
  const fields = useConditionFields(connectionId, table, isCountable)
  const problem = error ? problemOf(error) : undefined
  const words = problem && problemWords(problem.code, i18n, problem)
  return (
    <Panel title={t('configure.trigger.title')}>
      <Checkbox
        label={t('configure.trigger.active')}
        checked={draft.isActive}
        disabled={isReadOnly}
        onChange={(event) => onChange({ isActive: event.currentTarget.checked })}
      />
      <ConditionBuilder {...{ fields, table, isReadOnly }} query={draft.query} onChange={onChange} />
      <TextInput
        label={t('configure.trigger.query')}
        description={t('configure.trigger.hint', { table })}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        value={draft.query}
        readOnly={isReadOnly}
        spellCheck={false}
        autoComplete="off"
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        error={words ? `${words.title}. ${problem.detail} ${words.remedy}` : null}
        onChange={(event) => onChange({ query: event.currentTarget.value })}
      />
      <HistoryChoice history={draft.history} isReadOnly={isReadOnly} onChange={onChange} />
      <Text fz="sm" role="status" fw={500}>
        {draft.isActive ? countText() : t('configure.trigger.paused')}
      </Text>
      <Sample keys={newest} texts={texts} />
      <NotesField notes={draft.notes} isReadOnly={isReadOnly} onChange={onChange} />
      <Text fz="sm" c="dimmed">
        {t('sync.leaves')}
      </Text>
    </Panel>
  )

  function countText(): string {
    if (words) return ''
    if (!isCountable) return t('configure.trigger.uncounted')
    if (isFetching || matching === undefined) return t('configure.trigger.counting')
    return matching === null ? t('configure.trigger.noCount') : t('configure.trigger.matching', { count: matching })
  }
}

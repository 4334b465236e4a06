import { NativeSelect } from '@mantine/core'
import { COMMENT_HISTORIES } from '@accord/shared/sync'
import { useTranslation } from 'react-i18next'
import type { SyncDraft } from './draft/draft-content.ts'

interface HistoryChoiceProps {
  readonly history: SyncDraft['history']
  readonly isReadOnly: boolean
  readonly onChange: (changes: Pick<SyncDraft, 'history'>) => void
}

/** Which comments travel that are older than their pair. */
export function HistoryChoice({ history, isReadOnly, onChange }: HistoryChoiceProps) {
  const { t } = useTranslation()
  return (
    <NativeSelect
      label={t('configure.trigger.history.title')}
      description={t('configure.trigger.history.hint')}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      data={COMMENT_HISTORIES.map((value) => ({ value, label: t(`configure.trigger.history.${value}`) }))}
      value={history}
      disabled={isReadOnly}
      onChange={(event) => {
        const chosen = COMMENT_HISTORIES.find((each) => each === event.currentTarget.value)
        if (chosen) onChange({ history: chosen })
      }}
    />
  )
}

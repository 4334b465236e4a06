import { Textarea } from '@mantine/core'
import { SYNC_LIMITS } from '@accord/shared/sync'
import { useTranslation } from 'react-i18next'

interface NotesFieldProps {
  readonly notes: string
  readonly isReadOnly: boolean
  readonly onChange: (changes: { readonly notes: string }) => void
}

/** What people of this side should know of a condition: why it is so, with whom it was agreed. */
export function NotesField({ notes, isReadOnly, onChange }: NotesFieldProps) {
  const { t } = useTranslation()
  return (
    <Textarea
      label={t('configure.trigger.notes')}
      description={t('configure.trigger.notesHint')}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      value={notes}
      readOnly={isReadOnly}
      maxLength={SYNC_LIMITS.noteChars}
      autosize
      maxRows={6}
      onChange={(event) => onChange({ notes: event.currentTarget.value })}
    />
  )
}

import { TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CallForm } from '../forms/call-form.tsx'

const NAME = /^[a-z][a-z0-9_]{0,79}$/

/** The technical name: labels are not unique on an instance. */
export function AddTableForm({ onChosen }: { readonly onChosen: (table: string) => void }) {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  const [table, setTable] = useState('')
  const [isWrong, setWrong] = useState(false)
  const submit = () => {
    const name = table.trim()
    setWrong(!NAME.test(name))
    if (NAME.test(name)) onChosen(name)
    else field.current?.focus()
  }
  return (
    <CallForm
      call={{ isPending: false }}
      submit={t('syncAccess.choose')}
      variant="default"
      onSubmit={submit}
      checksItself
    >
      <TextInput
        ref={field}
        label={t('syncAccess.table')}
        description={t('syncAccess.tableHint')}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={80}
        maw={320}
        error={isWrong ? t('syncAccess.tableWrong') : null}
        value={table}
        onChange={(event) => setTable(event.currentTarget.value)}
      />
    </CallForm>
  )
}

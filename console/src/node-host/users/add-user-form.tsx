import { NativeSelect, TextInput } from '@mantine/core'
import type { ConsoleUser } from '@accord/shared/schemas'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CallForm } from '../../forms/call-form.tsx'
import { faultOfName, ROLES } from './user-actions.ts'
import type { Role } from './user-actions.ts'

interface AddUserFormProps {
  readonly users: readonly ConsoleUser[]
  readonly busy: boolean
  readonly onAdd: (name: string, role: Role, then: () => void) => void
}

/** The least role stands first: more is given on purpose. */
export function AddUserForm({ users, busy, onAdd }: AddUserFormProps) {
  const { t } = useTranslation('users')
  const field = useRef<HTMLInputElement>(null)
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('auditor')
  const [fault, setFault] = useState<'nameWrong' | 'nameTaken' | undefined>(undefined)
  const submit = () => {
    const found = faultOfName(name, users)
    setFault(found)
    if (found) return field.current?.focus()
    onAdd(name.trim(), role, () => setName(''))
  }
  return (
    <CallForm call={{ isPending: busy }} submit={t('add')} onSubmit={submit} checksItself>
      <TextInput
        ref={field}
        label={t('name')}
        description={t('nameHint')}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        withAsterisk
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={50}
        error={fault ? t(fault) : null}
        value={name}
        onChange={(event) => {
          setFault(undefined)
          setName(event.currentTarget.value)
        }}
      />
      <NativeSelect
        label={t('role')}
        value={role}
        data={ROLES.toReversed().map((one) => ({ value: one, label: t(`roles.${one}`) }))}
        onChange={(event) => setRole(ROLES.find((one) => one === event.currentTarget.value) ?? 'auditor')}
      />
    </CallForm>
  )
}

import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CallForm } from '../../forms/call-form.tsx'
import { SecretField } from './secret-field.tsx'
import { useAccountCall, useNodeHost } from '../adapter/use-node-host.ts'

interface SignInFormProps {
  /** Filled in where it is known who was here. */
  readonly name?: string
  readonly onSignedIn: () => void
}

export function SignInForm({ name: knownName = '', onSignedIn }: SignInFormProps) {
  const { t } = useTranslation(['translation', 'node'])
  const host = useNodeHost()
  const [name, setName] = useState(knownName)
  const [password, setPassword] = useState('')
  const signIn = useAccountCall((body: { name: string; password: string }) => host.call('signIn', { body }))
  const submit = () => signIn.mutate({ name, password }, { onSuccess: onSignedIn, onError: () => setPassword('') })
  return (
    <CallForm call={signIn} submit={t('node:signIn')} onSubmit={submit}>
      <TextInput
        label={t('node:userName')}
        withAsterisk
        required
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <SecretField label={t('node:password')} kind="current-password" value={password} onChange={setPassword} />
    </CallForm>
  )
}

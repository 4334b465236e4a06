import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNotice } from '../../problems/problem-notice.tsx'
import { SecretField } from './secret-field.tsx'
import { useAccountCall, useNodeHost } from '../adapter/use-node-host.ts'

interface SignInFormProps {
  /** Filled in where it is known who was here. */
  readonly name?: string
  readonly onSignedIn: () => void
}

export function SignInForm({ name: knownName = '', onSignedIn }: SignInFormProps) {
  const { t } = useTranslation(['translation', 'node'])
  const { accounts } = useNodeHost()
  const [name, setName] = useState(knownName)
  const [password, setPassword] = useState('')
  const signIn = useAccountCall((given: { name: string; password: string }) =>
    accounts.signIn(given.name, given.password),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    signIn.mutate({ name, password }, { onSuccess: onSignedIn, onError: () => setPassword('') })
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
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
        {signIn.error ? <ProblemNotice thrown={signIn.error} /> : null}
        <Group>
          <Button type="submit" loading={signIn.isPending}>
            {t('node:signIn')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

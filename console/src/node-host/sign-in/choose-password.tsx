import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CallForm } from '../../forms/call-form.tsx'
import { linkToken } from './link-token.ts'
import { SecretField } from './secret-field.tsx'
import { useAccountCall, useNodeHost } from '../adapter/use-node-host.ts'

interface ChoosePasswordProps {
  readonly token: string
  readonly name: string
}

export function ChoosePassword({ token, name }: ChoosePasswordProps) {
  const { t } = useTranslation(['translation', 'node'])
  const host = useNodeHost()
  const queries = useQueryClient()
  const [password, setPassword] = useState('')
  const [repeated, setRepeated] = useState('')
  const [tried, setTried] = useState(false)
  const use = useAccountCall((chosen: string) => host.call('useLink', { body: { token, password: chosen } }))
  const differs = tried && password !== repeated
  const submit = () => {
    setTried(true)
    if (password !== repeated) return
    use.mutate(password, {
      onSuccess: () => {
        linkToken.set(undefined)
        queries.removeQueries({ queryKey: ['set-up link'] })
        void queries.resetQueries()
      },
    })
  }
  return (
    <CallForm call={use} submit={t('node:setPassword')} onSubmit={submit}>
      <TextInput label={t('node:userName')} value={name} readOnly autoComplete="username" />
      <SecretField
        label={t('node:newPassword')}
        kind="new-password"
        description={t('node:passwordHint')}
        value={password}
        onChange={setPassword}
      />
      <SecretField
        label={t('node:repeatPassword')}
        kind="new-password"
        value={repeated}
        error={differs ? t('node:passwordsDiffer') : null}
        onChange={setRepeated}
      />
    </CallForm>
  )
}

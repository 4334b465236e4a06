import { Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnnounce } from '../../parts/announcer.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { ProblemNotice } from '../../problems/problem-notice.tsx'
import { SecretField } from '../sign-in/secret-field.tsx'
import { useAccountCall, useNodeHost } from '../adapter/use-node-host.ts'

interface DialogProps {
  readonly opened: boolean
  readonly onClose: () => void
}

export function ChangePasswordDialog({ opened, onClose }: DialogProps) {
  const { t } = useTranslation(['translation', 'node'])
  return (
    <Dialog opened={opened} title={t('node:changePassword')} onClose={onClose}>
      <ChangePasswordForm onClose={onClose} />
    </Dialog>
  )
}

function ChangePasswordForm({ onClose }: Pick<DialogProps, 'onClose'>) {
  const { t } = useTranslation(['translation', 'node'])
  const announce = useAnnounce()
  const host = useNodeHost()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const change = useAccountCall(() => host.call('changePassword', { body: { current, password } }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const onSuccess = () => {
      announce(t('node:passwordChanged'))
      onClose()
    }
    change.mutate(undefined, { onSuccess })
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <SecretField label={t('node:currentPassword')} kind="current-password" value={current} onChange={setCurrent} />
        <SecretField
          label={t('node:newPassword')}
          kind="new-password"
          description={t('node:changeHint')}
          value={password}
          onChange={setPassword}
        />
        {change.error ? <ProblemNotice thrown={change.error} /> : null}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={change.isPending}>
            {t('node:changePassword')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

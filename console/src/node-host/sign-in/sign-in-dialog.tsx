import { Button, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSessionQuery } from '../../api/use-session.ts'
import { useSignal } from '../../host/signal.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { useNodeHost } from '../adapter/use-node-host.ts'

/** Over the open page, so that nothing typed there is lost. */
export function SignInDialog() {
  const { t } = useTranslation(['translation', 'node'])
  const { loginWanted } = useNodeHost()
  const queries = useQueryClient()
  const { data: session } = useSessionQuery()
  const close = () => loginWanted.set(false)
  const goOn = () => {
    close()
    void queries.invalidateQueries()
  }
  return (
    <Dialog opened={useSignal(loginWanted)} title={t('node:signInTitle')} onClose={close}>
      <Stack gap="md">
        <Text fz="sm">{t('node:signInAgain')}</Text>
        <SignInForm name={session?.userName ?? ''} onSignedIn={goOn} />
        <Button variant="default" onClick={close}>
          {t('common.cancel')}
        </Button>
      </Stack>
    </Dialog>
  )
}

import { Stack } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { PageHeading } from '../../parts/page-heading.tsx'
import { Panel } from '../../parts/panel.tsx'
import { SignInForm } from './sign-in-form.tsx'

export function SignInPage() {
  const { t } = useTranslation(['translation', 'node'])
  const queries = useQueryClient()
  return (
    <Stack gap="md" maw="28rem" mx="auto">
      <PageHeading title={t('node:signInTitle')} lead={t('node:signInLead')} />
      <Panel>
        <SignInForm onSignedIn={() => void queries.resetQueries()} />
      </Panel>
    </Stack>
  )
}

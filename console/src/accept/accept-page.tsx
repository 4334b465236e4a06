import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useSession } from '../api/use-session.ts'
import { hostRefusal } from '../host/refusal.ts'
import { PageHeading } from '../parts/page-heading.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { AcceptWizard } from './accept-wizard.tsx'

export function AcceptPage() {
  const { t } = useTranslation()
  const { roles } = useSession()
  return (
    <Stack gap="md" maw="52rem">
      <PageHeading title={t('accept.title')} />
      {roles.admin ? <AcceptWizard /> : <ProblemNotice thrown={hostRefusal('missing_role', 403)} />}
    </Stack>
  )
}

import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useSession } from '../api/use-session.ts'
import { hostRefusal } from '../host/refusal.ts'
import { PageHeading } from '../parts/page-heading.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { InitiateWizard } from './initiate-wizard.tsx'
import { PrerequisitesGate } from './prerequisites-gate.tsx'

export function InitiatePage() {
  const { t } = useTranslation()
  const { roles } = useSession()
  return (
    <Stack gap="md" maw="52rem">
      <PageHeading title={t('initiate.title')} />
      {roles.admin ? (
        <PrerequisitesGate>
          <InitiateWizard />
        </PrerequisitesGate>
      ) : (
        <ProblemNotice thrown={hostRefusal('missing_role', 403)} />
      )}
    </Stack>
  )
}

import { Stack } from '@mantine/core'
import { LIMITS } from '@accord/shared/protocol'
import type { LicenceDetails as Licence } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { useLicence } from '../api/use-settings.ts'
import { useSession } from '../api/use-session.ts'
import { Notice } from '../parts/notice.tsx'
import { Panel } from '../parts/panel.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { InstalledLicences } from './installed-licences.tsx'
import { LicenceDetails } from './licence-details.tsx'
import { LicenceForm } from './licence-form.tsx'

const DAY_MS = 86_400_000

export function LicencePanel() {
  const { t } = useTranslation()
  const { roles } = useSession()
  const { data: report, error, refetch } = useLicence()
  return (
    <Panel title={t('licence.title')}>
      {error ? <ProblemNotice thrown={error} onRetry={() => void refetch()} /> : null}
      {report ? (
        <Stack gap="md">
          <LicenceNotice licence={report.licence} />
          <LicenceDetails report={report} />
          <InstalledLicences installed={report.installed} />
        </Stack>
      ) : null}
      {roles.admin ? <LicenceForm /> : null}
    </Panel>
  )
}

function LicenceNotice({ licence }: { readonly licence: Licence }) {
  const { t } = useTranslation()
  const { ended, daysLeft: days, vendorKey } = licence
  const isNear = !ended && days * DAY_MS <= LIMITS.licenceWarningMs
  return (
    <>
      {ended ? <Notice tone="attention">{t('licence.ended')}</Notice> : null}
      {isNear ? <Notice tone="attention">{t('licence.endsSoon', { days })}</Notice> : null}
      {vendorKey === 'replaced' ? <Notice tone="attention">{t('licence.replacedKey')}</Notice> : null}
    </>
  )
}

import type { LicenceReport } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { DescriptionList } from '../parts/description-list.tsx'
import { Fingerprint } from '../parts/fingerprint.tsx'
import { absoluteTime } from '../parts/relative-time.ts'

export function LicenceDetails({ report }: { readonly report: LicenceReport }) {
  const { t, i18n } = useTranslation()
  const { kind, plan, customer, endsAt, daysLeft: days, connections: count, maxConnections: limit } = report.licence
  const until = absoluteTime(endsAt, i18n.language)
  return (
    <DescriptionList
      items={[
        { label: t('licence.kind'), value: t(`licence.kinds.${kind}`, { plan }) },
        ...(customer === null ? [] : [{ label: t('licence.customer'), value: customer }]),
        { label: t('licence.ends'), value: t('licence.daysLeft', { until, days }) },
        {
          label: t('licence.connections'),
          value: limit === null ? String(count) : t('licence.ofLimit', { count, limit }),
        },
        { label: t('licence.instanceUid'), value: report.instanceUid },
        { label: t('licence.vendorKey'), value: <Fingerprint value={report.vendorKeyFingerprint} /> },
      ]}
    />
  )
}

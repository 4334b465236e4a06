import type { NodeStatus } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { useSession } from '../api/use-session.ts'
import { DescriptionList } from '../parts/description-list.tsx'
import { Fingerprint } from '../parts/fingerprint.tsx'
import { absoluteTime } from '../parts/relative-time.ts'

/** What is known of the node; without its answer, what the instance remembers. */
export function NodeDetails({ status }: { readonly status: NodeStatus | undefined }) {
  const { t, i18n } = useTranslation()
  const session = useSession()
  const licence = status?.licence
  const until = licence ? absoluteTime(licence.endsAt, i18n.language) : ''
  const licenceText =
    licence && (licence.ended ? t('setup.licenceEnded', { until }) : t(`setup.licenceKinds.${licence.kind}`, { until }))
  return (
    <DescriptionList
      items={[
        { label: t('setup.node'), value: status?.nodeUrl ?? session.nodeUrl },
        { label: t('setup.fingerprint'), value: <Fingerprint value={status?.keyFingerprint ?? null} /> },
        { label: t('setup.version'), value: status?.nodeVersion ?? null },
        { label: t('setup.nodeTime'), value: status ? absoluteTime(status.time, i18n.language) : null },
        { label: t('setup.licence'), value: licenceText ?? null },
        { label: t('setup.instance'), value: status?.instanceUrl ?? session.instanceUrl },
      ]}
    />
  )
}

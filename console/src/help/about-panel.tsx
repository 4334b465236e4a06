import { Text } from '@mantine/core'
import { HUB_OBJECT_VERSIONS, REST_VERSIONS } from '@accord/shared/protocol'
import type { VersionRange } from '@accord/shared/protocol'
import { useTranslation } from 'react-i18next'
import { useNodeStatus } from '../api/use-node-status.ts'
import { useSession } from '../api/use-session.ts'
import { DescriptionList } from '../parts/description-list.tsx'
import { Fingerprint } from '../parts/fingerprint.tsx'
import { Panel } from '../parts/panel.tsx'
import { TimeText } from '../parts/time-text.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'

const rangeText = ({ min, max }: VersionRange): string => (min === max ? min : `${min} – ${max}`)

/** What runs here and under which licence. */
export function AboutPanel() {
  const { t } = useTranslation()
  const session = useSession()
  const { data: status, error, refetch } = useNodeStatus(session.paired)
  const licence = status?.licence
  return (
    <Panel title="Accord">
      <Text maw="44rem">{t('help.what')}</Text>
      {error ? <ProblemNotice thrown={error} onRetry={() => void refetch()} /> : null}
      <DescriptionList
        items={[
          { label: t('help.app'), value: session.appVersion },
          { label: t('help.node'), value: status?.nodeVersion ?? null },
          { label: t('help.protocol'), value: rangeText(REST_VERSIONS) },
          { label: t('help.replica'), value: rangeText(HUB_OBJECT_VERSIONS) },
          { label: t('help.nodeUrl'), value: session.nodeUrl },
          { label: t('connection.fingerprint'), value: <Fingerprint value={status?.keyFingerprint ?? null} /> },
          {
            label: t('help.licence'),
            value: licence ? t(`help.licences.${licence.ended ? 'ended' : licence.kind}`) : null,
          },
          {
            label: t('help.licenceEnds'),
            value: <TimeText at={licence?.endsAt ?? null} show="both" />,
          },
        ]}
      />
    </Panel>
  )
}

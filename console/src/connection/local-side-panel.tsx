import { shownUrl } from '@accord/shared/protocol'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { useNodeStatus } from '../api/use-node-status.ts'
import { useSession } from '../api/use-session.ts'
import { DescriptionList } from '../parts/description-list.tsx'
import { Fingerprint } from '../parts/fingerprint.tsx'
import { Panel } from '../parts/panel.tsx'

export function LocalSidePanel({ connection }: { readonly connection: ConnectionSnapshot }) {
  const { t } = useTranslation()
  const session = useSession()
  const { data: status } = useNodeStatus()
  return (
    <Panel title={t('connection.local')}>
      <DescriptionList
        items={[
          { label: t('connection.shortName'), value: connection.localShortName },
          { label: t('connection.role'), value: t(`connection.roles.${connection.side}`) },
          { label: t('connection.instance'), value: session.instanceName },
          { label: t('connection.instanceUrl'), value: shownUrl(session.instanceUrl) },
          { label: t('connection.node'), value: session.nodeUrl && shownUrl(session.nodeUrl) },
          { label: t('connection.version'), value: status?.nodeVersion ?? null },
          { label: t('connection.fingerprint'), value: <Fingerprint value={connection.localKeyFingerprint} /> },
        ]}
      />
    </Panel>
  )
}

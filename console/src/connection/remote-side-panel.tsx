import { shownUrl } from '@accord/shared/protocol'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { DescriptionList } from '../parts/description-list.tsx'
import { Fingerprint } from '../parts/fingerprint.tsx'
import { kindName } from '../parts/kind-name.ts'
import { Panel } from '../parts/panel.tsx'

export function RemoteSidePanel({ connection }: { readonly connection: ConnectionSnapshot }) {
  const { t } = useTranslation()
  const { remote } = connection
  return (
    <Panel title={t('connection.remote')}>
      <DescriptionList
        items={[
          { label: t('connection.shortName'), value: connection.remoteShortName },
          { label: t('connection.kind'), value: kindName(remote.nodeType) },
          { label: t('connection.instance'), value: remote.name },
          { label: t('connection.instanceUrl'), value: remote.instanceUrl && shownUrl(remote.instanceUrl) },
          { label: t('connection.node'), value: remote.nodeUrl && shownUrl(remote.nodeUrl) },
          { label: t('connection.version'), value: remote.nodeVersion },
          { label: t('connection.fingerprint'), value: <Fingerprint value={remote.keyFingerprint} /> },
        ]}
      />
    </Panel>
  )
}

import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { DescriptionList } from '../parts/description-list.tsx'
import { Fingerprint } from '../parts/fingerprint.tsx'

/** Both fingerprints, for two admins to read out to each other; the other side shows the same two. */
export function FingerprintPair({ connection }: { readonly connection: ConnectionSnapshot }) {
  const { t } = useTranslation()
  return (
    <DescriptionList
      items={[
        { label: t('approval.theirs'), value: <Fingerprint value={connection.remote.keyFingerprint} /> },
        { label: t('approval.ours'), value: <Fingerprint value={connection.localKeyFingerprint} /> },
      ]}
    />
  )
}

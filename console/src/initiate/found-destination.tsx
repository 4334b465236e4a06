import { Stack } from '@mantine/core'
import { LIMITS, shownUrl } from '@accord/shared/protocol'
import type { ResolvedDestination } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { OtherHostNotice } from '../invitation/other-host-notice.tsx'
import { DescriptionList } from '../parts/description-list.tsx'
import { Fingerprint } from '../parts/fingerprint.tsx'
import { kindName } from '../parts/kind-name.ts'
import { Notice } from '../parts/notice.tsx'

/** Who answered at the address. Nothing of it is trusted before the handshake; it is here to be recognised. */
export function FoundDestination({ destination }: { readonly destination: ResolvedDestination }) {
  const { t } = useTranslation()
  const { node } = destination.found
  const seconds = Math.round(destination.clockDifferenceMs / 100) / 10
  const isTooFar = Math.abs(destination.clockDifferenceMs) > LIMITS.clockToleranceMs
  const clock = isTooFar ? 'initiate.destination.clockTooFar' : 'initiate.destination.clockSeconds'
  return (
    <Stack gap="sm">
      <Notice tone="good">
        {destination.local ? t('initiate.destination.local') : t('initiate.destination.found', { name: node.name })}
      </Notice>
      {destination.local ? null : <OtherHostNotice entered={destination.url} named={node.issueTrackerUrl} />}
      <DescriptionList
        items={[
          { label: t('initiate.destination.kind'), value: `${kindName(node.nodeType)} ${node.issueTrackerVersion}` },
          { label: t('initiate.destination.instance'), value: shownUrl(node.issueTrackerUrl) },
          { label: t('initiate.destination.node'), value: shownUrl(node.baseUrl) },
          { label: t('initiate.destination.nodeVersion'), value: node.nodeVersion },
          {
            label: t('initiate.destination.fingerprint'),
            value: <Fingerprint value={destination.keyFingerprint} />,
          },
          { label: t('initiate.destination.clock'), value: t(clock, { seconds }) },
        ]}
      />
    </Stack>
  )
}

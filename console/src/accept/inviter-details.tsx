import { shownUrl } from '@accord/shared/protocol'
import { Text } from '@mantine/core'
import type { InvitationPreview } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { DescriptionList } from '../parts/description-list.tsx'
import { Fingerprint } from '../parts/fingerprint.tsx'
import { kindName } from '../parts/kind-name.ts'

export function InviterDetails({ preview }: { readonly preview: InvitationPreview }) {
  const { t } = useTranslation()
  const { source } = preview
  return (
    <DescriptionList
      items={[
        { label: t('accept.review.instance'), value: <strong>{source.name}</strong> },
        { label: t('accept.review.url'), value: source.instanceUrl && shownUrl(source.instanceUrl) },
        { label: t('accept.review.node'), value: source.nodeUrl && shownUrl(source.nodeUrl) },
        { label: t('accept.review.kind'), value: kindName(source.nodeType) },
        {
          label: t('accept.review.fingerprint'),
          value: (
            <>
              <Fingerprint value={preview.keyFingerprint} />
              <Text fz="xs" c="dimmed">
                {t('accept.review.compare')}
              </Text>
            </>
          ),
        },
      ]}
    />
  )
}

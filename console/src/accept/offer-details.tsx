import type { InvitationPreview } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { ExpiryCountdown } from '../invitation/expiry-countdown.tsx'
import { DescriptionList } from '../parts/description-list.tsx'

const rangeText = ({ min, max }: { readonly min: string; readonly max: string }): string =>
  min === max ? min : `${min} – ${max}`

/** What one would agree to, with the short names as this side will see them. */
export function OfferDetails({ preview }: { readonly preview: InvitationPreview }) {
  const { t } = useTranslation()
  const { version } = preview
  const ranges = { ours: rangeText(version.ours), theirs: rangeText(version.theirs) }
  return (
    <DescriptionList
      items={[
        { label: t('accept.review.localShortName'), value: preview.localShortName },
        { label: t('accept.review.remoteShortName'), value: preview.remoteShortName },
        { label: t('accept.review.mode'), value: t(`modes.${preview.mode}.title`) },
        { label: t('accept.review.description'), value: preview.description },
        { label: t('accept.review.expires'), value: <ExpiryCountdown expiresAt={preview.expiresAt} /> },
        {
          label: t('accept.review.bound'),
          value: t(preview.boundToThisInstance ? 'accept.review.boundHere' : 'accept.review.boundNobody'),
        },
        {
          label: t('accept.review.version'),
          value: version.chosen
            ? t('accept.review.versionChosen', { ...ranges, chosen: version.chosen })
            : t(version.of === 'hubObject' ? 'accept.review.hubObjectNone' : 'accept.review.versionNone', ranges),
        },
      ]}
    />
  )
}

import { Button, Divider, Group, Stack, Text, Title } from '@mantine/core'
import type { InvitationPreview } from '@accord/shared/schemas'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { faultOf } from '../initiate/information-errors.ts'
import { NameField } from '../forms/name-field.tsx'
import { Notice } from '../parts/notice.tsx'
import { StepHeading } from '../parts/step-heading.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { InviterDetails } from './inviter-details.tsx'
import { OfferDetails } from './offer-details.tsx'
import { ReviewWarnings } from './review-warnings.tsx'
import { refusalOfPreview } from './refusal-of-preview.ts'

interface ReviewStepProps {
  readonly preview: InvitationPreview
  readonly name: string
  readonly onName: (name: string) => void
  readonly isBusy: boolean
  readonly refusal: unknown
  readonly onAccept: (name: string) => void
  readonly onBack: () => void
}

/** Who invites, and to what, before anything leaves this side. */
export function ReviewStep({ preview, name, onName, isBusy, refusal, onAccept, onBack }: ReviewStepProps) {
  const { t } = useTranslation()
  const [isTaken, setTaken] = useState(false)
  const existing = preview.existingConnectionId
  const renews = preview.purpose === 'rekey'
  const stop = refusalOfPreview(preview)
  const fault = faultOf('name', name)
  const shownRefusal = refusal ?? stop
  return (
    <Stack gap="lg">
      <StepHeading title={t('accept.review.title')} />
      {existing ? null : <Notice tone="waiting">{t('accept.review.nothingSent')}</Notice>}
      {renews ? <Notice tone="attention">{t('keys.renews')}</Notice> : null}
      {existing ? <Notice tone="attention">{t('accept.review.again')}</Notice> : null}
      <InviterDetails preview={preview} />
      <Divider />
      <Title order={3} size="h5">
        {t('accept.review.about')}
      </Title>
      <OfferDetails preview={preview} />
      {existing || stop || (renews && preview.nameFree) ? null : (
        <NameField
          label={t('accept.review.name')}
          name={name}
          hint={t('accept.review.nameHint')}
          fault={fault && t(`initiate.information.${fault}`, { limit: 255 })}
          onName={onName}
          onTaken={setTaken}
        />
      )}
      <ReviewWarnings preview={preview} />
      {shownRefusal === undefined ? null : (
        <ProblemNotice thrown={shownRefusal} onRetry={refusal === undefined ? undefined : () => onAccept(name)} />
      )}
      {isBusy ? (
        <Text fz="sm" c="dimmed" role="status">
          {t('accept.review.accepting')}
        </Text>
      ) : null}
      <ReviewButtons
        existing={existing}
        isBusy={isBusy}
        isStopped={stop !== undefined || fault !== undefined || isTaken}
        onAccept={() => onAccept(name.trim())}
        onBack={onBack}
      />
    </Stack>
  )
}

interface ReviewButtonsProps {
  /** The connection that this code has led to already. */
  readonly existing: string | null
  readonly isBusy: boolean
  readonly isStopped: boolean
  readonly onAccept: () => void
  readonly onBack: () => void
}

function ReviewButtons({ existing, isBusy, isStopped, onAccept, onBack }: ReviewButtonsProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <Group justify="space-between">
      <Button variant="default" onClick={onBack} disabled={isBusy}>
        {t('common.previous')}
      </Button>
      {existing ? (
        <Button onClick={() => void navigate({ to: '/connections/$connectionId', params: { connectionId: existing } })}>
          {t('accept.review.open')}
        </Button>
      ) : (
        <Button loading={isBusy} disabled={isStopped} onClick={onAccept}>
          {t('accept.review.accept')}
        </Button>
      )}
    </Group>
  )
}

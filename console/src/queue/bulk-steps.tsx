import { Group, Loader } from '@mantine/core'
import { BULK_STEPS, type BulkStep } from '@accord/shared/sync'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../api/use-session.ts'
import { laterPart } from '../host/later-part.ts'
import { Dialog } from '../parts/dialog.tsx'
import { ReasonedButton } from '../parts/reasoned-button.tsx'
import type { QueueView } from './queue-view.ts'

const BulkForm = laterPart(async () => (await import('./bulk-parts.ts')).BulkForm)

/** One step with all pairs that the queue is narrowed to; what that means is shown before anything is done. */
export function BulkSteps({ view }: { readonly view: QueueView }) {
  const { t } = useTranslation()
  const { roles } = useSession()
  const [step, setStep] = useState<BulkStep | null>(null)
  const role = roles.admin || roles.maintainer ? undefined : t('common.needsMaintainer')
  const reasonOf = (of: BulkStep) => {
    if (role ?? view.key) return role ?? t('bulk.byNumber')
    return of === 'unlink' || view.filter === 'open' || view.filter === 'held' ? undefined : t('bulk.onlyHeld')
  }
  return (
    <Group gap="sm" role="group" aria-label={t('bulk.title')}>
      {BULK_STEPS.map((each) => (
        <ReasonedButton key={each} reason={reasonOf(each)} danger={each === 'unlink'} onClick={() => setStep(each)}>
          {t(`bulk.labels.${each}`)}
        </ReasonedButton>
      ))}
      <Dialog
        opened={step !== null}
        size="lg"
        title={step ? t(`bulk.labels.${step}`) : ''}
        onClose={() => setStep(null)}
      >
        <Suspense fallback={<Loader />}>
          {step ? <BulkForm step={step} view={view} onClose={() => setStep(null)} /> : null}
        </Suspense>
      </Dialog>
    </Group>
  )
}

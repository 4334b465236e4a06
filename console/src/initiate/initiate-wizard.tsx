import { Stack } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNodeStatus } from '../api/use-node-status.ts'
import { useSession } from '../api/use-session.ts'
import { InvitationPanel } from '../invitation/invitation-panel.tsx'
import { Panel } from '../parts/panel.tsx'
import { StepTrail } from '../parts/step-trail.tsx'
import { DestinationStep } from './destination-step.tsx'
import { InformationStep } from './information-step.tsx'
import { emptyDraft, isLocal } from './initiate-draft.ts'
import type { InitiateDraft } from './initiate-draft.ts'
import { forgetDraft, keepDraft, readDraft } from './kept-draft.ts'
import { LocalEstablished } from './local-established.tsx'
import { useInitiate } from './use-initiate.ts'

/** Destination, information, invitation. The draft lives here, so that Previous keeps all of it; a reload keeps it too. */
export function InitiateWizard() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { instanceName } = useSession()
  // The gate before the wizard has just asked for it.
  const { data: status } = useNodeStatus(false)
  const [draft, setDraft] = useState(() => readDraft(emptyDraft(instanceName, status?.codeDefaults)))
  const [step, setStep] = useState(0)
  const change = (part: Partial<InitiateDraft>) => setDraft((last) => ({ ...last, ...part }))
  const initiation = useInitiate(draft)
  const { issued, established } = initiation
  const isDone = issued !== undefined || established !== undefined
  useEffect(() => (isDone ? forgetDraft() : keepDraft(draft)), [draft, isDone])
  // Leaving the wizard for another page ends it.
  useEffect(() => forgetDraft, [])
  const steps = [
    t('initiate.steps.destination'),
    t('initiate.steps.information'),
    t(isLocal(draft) ? 'initiate.steps.local' : 'initiate.steps.invitation'),
  ]
  return (
    <Stack gap="md">
      <StepTrail steps={steps} current={isDone ? 2 : step} />
      <Panel>
        {issued ? <InvitationPanel issued={issued} onDone={() => void navigate({ to: '/connections' })} /> : null}
        {established ? <LocalEstablished connection={established} /> : null}
        {!isDone && step === 0 ? <DestinationStep draft={draft} change={change} onNext={() => setStep(1)} /> : null}
        {!isDone && step === 1 ? (
          <InformationStep draft={draft} change={change} initiation={initiation} onPrevious={() => setStep(0)} />
        ) : null}
      </Panel>
    </Stack>
  )
}

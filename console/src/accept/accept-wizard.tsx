import { Stack } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useBlocker, useNavigate } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConsoleCall } from '../api/use-console-call.ts'
import { connectionKey } from '../api/use-connection.ts'
import type { ConnectionDetail } from '@accord/shared/schemas'
import { Panel } from '../parts/panel.tsx'
import { StepTrail } from '../parts/step-trail.tsx'
import { PasteStep } from './paste-step.tsx'
import { ReviewStep } from './review-step.tsx'
import { useCodeFromAddress } from './use-code-from-address.ts'

/** Paste, then review. The pasted text and the edited name stay through every refusal. */
export function AcceptWizard() {
  const { t } = useTranslation()
  const { text, edit, typedName, setTypedName, preview, accept, send, startOver } = useAcceptance()
  return (
    <Stack gap="md">
      <StepTrail steps={[t('accept.steps.paste'), t('accept.steps.review')]} current={preview.data ? 1 : 0} />
      <Panel>
        {preview.data ? (
          <ReviewStep
            preview={preview.data}
            name={typedName ?? preview.data.suggestedName}
            onName={setTypedName}
            isBusy={accept.isPending || accept.isSuccess}
            refusal={accept.error ?? undefined}
            onAccept={send}
            onBack={startOver}
          />
        ) : (
          <PasteStep
            text={text}
            onText={edit}
            isBusy={preview.isPending}
            refusal={preview.error ?? undefined}
            onNext={() => preview.mutate({ body: { text } })}
          />
        )}
      </Panel>
    </Stack>
  )
}

function useAcceptance() {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [text, setText] = useState('')
  const [typedName, setTypedName] = useState<string | undefined>(undefined)
  const preview = useConsoleCall('previewInvitation')
  const accept = useConsoleCall('acceptInvitation')
  const { reset: forgetPreview } = preview
  const { reset: forgetAnswer } = accept
  const startOver = useCallback(() => {
    forgetPreview()
    forgetAnswer()
  }, [forgetPreview, forgetAnswer])
  const edit = useCallback(
    (next: string) => {
      setText(next)
      setTypedName(undefined)
      startOver()
    },
    [startOver],
  )
  useCodeFromAddress(edit)
  // A code is a secret and kept nowhere: a reload asks first.
  useBlocker({ shouldBlockFn: () => false, enableBeforeUnload: () => text !== '' })
  /** The outcome has an address of its own: it survives a reload, and this page is free for the next code. */
  const showOutcome = (detail: ConnectionDetail) => {
    const connectionId = detail.connection.id
    queries.setQueryData(connectionKey(connectionId), detail)
    void navigate({ to: '/accept/$connectionId', params: { connectionId }, replace: true })
  }
  const send = (name: string) => accept.mutate({ body: { text, name } }, { onSuccess: showOutcome })
  return { text, edit, typedName, setTypedName, preview, accept, send, startOver }
}

import { useCallback, useState } from 'react'
import { useConsoleCall } from '../api/use-console-call.ts'
import { Panel } from '../parts/panel.tsx'
import { AcceptOutcome } from './accept-outcome.tsx'
import { PasteStep } from './paste-step.tsx'
import { ReviewStep } from './review-step.tsx'
import { useCodeFromAddress } from './use-code-from-address.ts'

/** Paste, review, outcome. The pasted text and the edited name stay through every refusal. */
export function AcceptWizard() {
  const [text, setText] = useState('')
  const [typedName, setTypedName] = useState<string | undefined>(undefined)
  const preview = useConsoleCall('preview')
  const accept = useConsoleCall('accept')
  const { reset: forgetPreview } = preview
  const { reset: forgetOutcome } = accept
  const edit = useCallback(
    (next: string) => {
      setText(next)
      setTypedName(undefined)
      forgetPreview()
      forgetOutcome()
    },
    [forgetPreview, forgetOutcome],
  )
  useCodeFromAddress(edit)

  if (accept.data) return <AcceptOutcome accepted={accept.data.connection} onStartAgain={() => edit('')} />
  if (preview.data)
    return (
      <Panel>
        <ReviewStep
          preview={preview.data}
          name={typedName ?? preview.data.suggestedName}
          onName={setTypedName}
          isBusy={accept.isPending}
          refusal={accept.error ?? undefined}
          onAccept={(name) => accept.mutate({ body: { text, name } })}
          onBack={() => {
            forgetPreview()
            forgetOutcome()
          }}
        />
      </Panel>
    )
  return (
    <Panel>
      <PasteStep
        text={text}
        onText={edit}
        isBusy={preview.isPending}
        refusal={preview.error ?? undefined}
        onNext={() => preview.mutate({ body: { text } })}
      />
    </Panel>
  )
}

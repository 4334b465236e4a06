import { Textarea } from '@mantine/core'
import { useRef, useState } from 'react'
import { CallForm } from './call-form.tsx'

interface PastedTextFormProps {
  readonly call: { readonly error: Error | null; readonly isPending: boolean; readonly reset: () => void }
  readonly label: string
  readonly hint: string
  /** Said when there is nothing to send. */
  readonly missing: string
  readonly submit: string
  readonly isRequired?: boolean
  readonly variant?: 'filled' | 'default'
  /** `done` empties the field. */
  readonly onSend: (text: string, done: () => void) => void
}

/** One text that was copied elsewhere: a pairing code, a licence. */
export function PastedTextForm({ call, label, hint, missing, isRequired, onSend, ...button }: PastedTextFormProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState('')
  const [isMissing, setMissing] = useState(false)
  const send = () => onSend(text, () => setText(''))
  const trySend = () => {
    if (text.trim() !== '') return send()
    setMissing(true)
    field.current?.focus()
  }
  const edit = (next: string) => {
    setMissing(false)
    setText(next)
    call.reset()
  }
  return (
    <CallForm call={call} onSubmit={trySend} onRetry={send} checksItself gap="sm" {...button}>
      <Textarea
        ref={field}
        className="accord-code"
        label={label}
        description={hint}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        withAsterisk={isRequired ?? false}
        spellCheck={false}
        autoComplete="off"
        rows={3}
        value={text}
        error={isMissing ? missing : null}
        onChange={(event) => edit(event.currentTarget.value)}
      />
    </CallForm>
  )
}

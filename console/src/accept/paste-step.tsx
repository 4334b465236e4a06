import { Button, FileButton, Group, Stack, Textarea } from '@mantine/core'
import { useRef, useState } from 'react'
import type { DragEvent, FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useFirstField } from '../parts/use-first-field.ts'
import { StepHeading } from '../parts/step-heading.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { readCodeFile } from './read-code-file.ts'

interface PasteStepProps {
  readonly text: string
  readonly onText: (text: string) => void
  readonly isBusy: boolean
  readonly refusal: unknown
  readonly onNext: () => void
}

export function PasteStep({ text, onText, isBusy, refusal, onNext }: PasteStepProps) {
  const { t } = useTranslation()
  const form = useRef<HTMLFormElement>(null)
  useFirstField(form)
  const { field, fault, edit, take, drop, next } = useCodeField(text, onText, onNext)
  return (
    <form
      ref={form}
      noValidate
      autoComplete="off"
      onSubmit={next}
      onDrop={drop}
      onDragOver={(event) => event.preventDefault()}
    >
      <Stack gap="md">
        <StepHeading title={t('accept.paste.title')} lead={t('accept.paste.lead')} />
        <Textarea
          ref={field}
          className="accord-code"
          label={t('accept.paste.code')}
          description={t('accept.paste.dropHint')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          withAsterisk
          spellCheck={false}
          autoComplete="off"
          rows={8}
          value={text}
          error={fault ? t(`accept.paste.${fault}`) : null}
          onChange={(event) => edit(event.currentTarget.value)}
        />
        {refusal === undefined ? null : <ProblemNotice thrown={refusal} onRetry={onNext} />}
        <Group justify="space-between">
          <FileButton onChange={(file) => void take(file)} accept=".txt,text/plain">
            {(props) => (
              <Button variant="default" {...props}>
                {t('accept.paste.chooseFile')}
              </Button>
            )}
          </FileButton>
          <Button type="submit" loading={isBusy}>
            {t('common.next')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** A code comes by the clipboard, as a chosen file or as one that is dropped. */
function useCodeField(text: string, onText: PasteStepProps['onText'], onNext: PasteStepProps['onNext']) {
  const field = useRef<HTMLTextAreaElement>(null)
  const [fault, setFault] = useState<'required' | 'fileTooLarge' | undefined>(undefined)
  const edit = (next: string) => {
    setFault(undefined)
    onText(next)
  }
  const take = async (file: File | null | undefined) => {
    if (!file) return
    const content = await readCodeFile(file)
    if (content === undefined) setFault('fileTooLarge')
    else edit(content)
  }
  const drop = (event: DragEvent) => {
    const file = event.dataTransfer.files[0]
    if (!file) return
    event.preventDefault()
    void take(file)
  }
  const next = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() !== '') return onNext()
    setFault('required')
    field.current?.focus()
  }
  return { field, fault, edit, take, drop, next }
}

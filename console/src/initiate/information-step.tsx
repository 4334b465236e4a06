import { Button, Group, Stack, Textarea } from '@mantine/core'
import { useRef, useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { CountedInput } from '../parts/counted-input.tsx'
import { StepHeading } from '../parts/step-heading.tsx'
import { useFirstField } from '../parts/use-first-field.ts'
import { useFocusFirstInvalid } from '../parts/use-focus-first-invalid.ts'
import { NameField } from '../forms/name-field.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { CodeOptions } from './code-options.tsx'
import { FIELD_LIMITS, informationErrors } from './information-errors.ts'
import type { InformationField } from './information-errors.ts'
import { connectionName, isLocal } from './initiate-draft.ts'
import type { ChangeDraft, InitiateDraft } from './initiate-draft.ts'
import type { Initiation } from './use-initiate.ts'

interface InformationStepProps {
  readonly draft: InitiateDraft
  readonly change: ChangeDraft
  readonly initiation: Initiation
  readonly onPrevious: () => void
}

/** Step 2: what both sides will read. Next creates the connection. */
export function InformationStep({ draft, change, initiation, onPrevious }: InformationStepProps) {
  const { t } = useTranslation()
  const { form, errorOf, setTaken, next } = useInformation(draft, initiation)
  useFirstField(form)
  return (
    <form noValidate autoComplete="off" ref={form} onSubmit={next}>
      <Stack gap="md">
        <StepHeading title={t('initiate.information.title')} lead={t('initiate.information.lead')} />
        <ShortNames draft={draft} change={change} errorOf={errorOf} />
        <NameField
          label={t('initiate.information.name')}
          name={connectionName(draft)}
          fault={errorOf('name')}
          onName={(name) => change({ typedName: name })}
          onTaken={setTaken}
        />
        <Textarea
          label={t('initiate.information.description')}
          description={t('initiate.information.descriptionHint')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          autosize
          minRows={2}
          maxRows={8}
          value={draft.description}
          error={errorOf('description')}
          onChange={(event) => change({ description: event.currentTarget.value })}
        />
        {isLocal(draft) ? null : <CodeOptions draft={draft} change={change} />}
        {initiation.refusal === undefined ? null : (
          <ProblemNotice thrown={initiation.refusal} onRetry={initiation.submit} />
        )}
        <Group justify="space-between">
          <Button variant="default" onClick={onPrevious}>
            {t('common.previous')}
          </Button>
          <Button type="submit" loading={initiation.isBusy}>
            {t('common.next')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

interface ShortNamesProps extends Pick<InformationStepProps, 'draft' | 'change'> {
  readonly errorOf: (field: InformationField) => string | undefined
}

function ShortNames({ draft, change, errorOf }: ShortNamesProps) {
  const { t } = useTranslation()
  return (
    <div className="accord-pair">
      {(['localShortName', 'remoteShortName'] as const).map((field) => (
        <CountedInput
          key={field}
          label={t(`initiate.information.${field}`)}
          description={t(`initiate.information.${field === 'localShortName' ? 'localHint' : 'remoteHint'}`)}
          withAsterisk
          limit={FIELD_LIMITS[field]}
          value={draft[field]}
          error={errorOf(field)}
          onChange={(event) => change({ [field]: event.currentTarget.value })}
        />
      ))}
    </div>
  )
}

/** Faults of the fields, shown from the first attempt to go on. */
function useInformation(draft: InitiateDraft, initiation: Initiation) {
  const { t } = useTranslation()
  const form = useRef<HTMLFormElement>(null)
  const [attempts, setAttempts] = useState(0)
  const [isTaken, setTaken] = useState(false)
  const errors = informationErrors(draft)
  useFocusFirstInvalid(form, attempts)
  const errorOf = (field: InformationField) => {
    const fault = attempts > 0 || field === 'description' ? errors[field] : undefined
    return fault && t(`initiate.information.${fault}`, { limit: FIELD_LIMITS[field] })
  }
  const next = (event: FormEvent) => {
    event.preventDefault()
    setAttempts((times) => times + 1)
    // A request whose answer was lost may have taken the name itself: then the node decides.
    if (Object.keys(errors).length === 0 && (!isTaken || initiation.wasSent)) initiation.submit()
  }
  return { form, errorOf, setTaken, next }
}

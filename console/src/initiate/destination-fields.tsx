import { Button, Checkbox, Group, Stack, TextInput, VisuallyHidden } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { withNoUrl } from './initiate-draft.ts'
import type { ChangeDraft, InitiateDraft } from './initiate-draft.ts'
import type { DestinationLookup } from './use-destination-lookup.ts'

export type DestinationFault = 'required'

interface DestinationFieldsProps {
  readonly draft: InitiateDraft
  readonly change: ChangeDraft
  readonly lookup: DestinationLookup
  readonly fault: DestinationFault | undefined
  readonly onFault: (fault: DestinationFault | undefined) => void
  /** This side's node cannot be called from outside (ACCORD_POLL_ONLY). */
  readonly isPrivate: boolean
}

/** A click on Next takes the focus out of the field first; the answer must not move the button away under the pointer. */
const AFTER_BLUR_MS = 250

export function DestinationFields({ draft, change, lookup, fault, onFault, isPrivate }: DestinationFieldsProps) {
  const { t } = useTranslation()
  const { field, edit, lookUpSoon, chooseNoUrl } = useDestinationField({ draft, change, lookup, fault, onFault })
  return (
    <Stack gap="sm">
      <VisuallyHidden role="status">{lookup.isLooking ? t('initiate.destination.looking') : ''}</VisuallyHidden>
      <Group gap="sm" align="flex-start" wrap="nowrap">
        <TextInput
          ref={field}
          type="url"
          inputMode="url"
          spellCheck={false}
          label={t('initiate.destination.url')}
          description={t('initiate.destination.urlHint')}
          withAsterisk={!draft.noUrl}
          disabled={draft.noUrl}
          error={fault ? t(`initiate.destination.${fault}`) : null}
          value={draft.url}
          onChange={(event) => edit(event.currentTarget.value)}
          onBlur={lookUpSoon}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          style={{ flex: 1, minWidth: 0 }}
        />
        <Button
          variant="default"
          mt="1.55rem"
          disabled={draft.noUrl}
          loading={lookup.isLooking}
          onClick={() => void lookup.lookUp()}
        >
          {t('initiate.destination.lookUp')}
        </Button>
      </Group>
      <Checkbox
        label={t('initiate.destination.noUrl')}
        description={t(isPrivate ? 'initiate.destination.noUrlPrivate' : 'initiate.destination.noUrlHint')}
        disabled={isPrivate}
        checked={draft.noUrl}
        onChange={(event) => chooseNoUrl(event.currentTarget.checked)}
      />
    </Stack>
  )
}

/** The address being typed: it is looked up soon after the field was left, and what was found before is forgotten. */
function useDestinationField({
  draft,
  change,
  lookup,
  fault,
  onFault,
}: Pick<DestinationFieldsProps, 'draft' | 'change' | 'lookup' | 'fault' | 'onFault'>) {
  const field = useRef<HTMLInputElement>(null)
  const blurTimer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(blurTimer.current), [])
  useEffect(() => {
    if (fault) field.current?.focus()
  }, [fault])
  const edit = (url: string) => {
    onFault(undefined)
    lookup.forget()
    change({ url, found: null })
  }
  const lookUpSoon = () => {
    clearTimeout(blurTimer.current)
    blurTimer.current = setTimeout(() => void lookup.lookUp(), AFTER_BLUR_MS)
  }
  const chooseNoUrl = (noUrl: boolean) => {
    onFault(undefined)
    lookup.forget()
    change(withNoUrl(draft, noUrl))
  }
  return { field, edit, lookUpSoon, chooseNoUrl }
}

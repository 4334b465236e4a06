import { Button, Group, Stack, Text } from '@mantine/core'
import { useRef, useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../parts/notice.tsx'
import { useFirstField } from '../parts/use-first-field.ts'
import { StepHeading } from '../parts/step-heading.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { DestinationFields } from './destination-fields.tsx'
import type { DestinationFault } from './destination-fields.tsx'
import { FoundDestination } from './found-destination.tsx'
import type { ChangeDraft, InitiateDraft } from './initiate-draft.ts'
import { ModeCards } from './mode-cards.tsx'
import { modeChoices } from './mode-choices.ts'
import { useDestinationLookup } from './use-destination-lookup.ts'
import type { DestinationLookup } from './use-destination-lookup.ts'
import { useIsPrivateNode } from './use-is-private-node.ts'

interface DestinationStepProps {
  readonly draft: InitiateDraft
  readonly change: ChangeDraft
  readonly onNext: () => void
}

/** Step 1: where the other side is, who was found there, and the mode. Next looks up what was not looked up yet, and shows it. */
export function DestinationStep({ draft, change, onNext }: DestinationStepProps) {
  const { t } = useTranslation()
  const form = useRef<HTMLFormElement>(null)
  useFirstField(form)
  const lookup = useDestinationLookup(draft, change)
  const [fault, setFault] = useState<DestinationFault | undefined>(undefined)
  const isPrivate = useIsPrivateNode()
  const meant = draft.noUrl ? null : draft.found
  const next = async (event: FormEvent) => {
    event.preventDefault()
    if (!draft.noUrl && draft.url.trim() === '') return setFault('required')
    const wasSeen = draft.noUrl || draft.found !== null
    const found = draft.noUrl ? null : await lookup.lookUp()
    // Somebody may have to act on what was found: it is the own node, say, or another host than the one that was entered.
    if (!wasSeen || found === undefined || (isPrivate && found?.found.node.pollOnly)) return
    const isOffered = modeChoices(found).some(({ mode, refusedBy }) => mode === draft.mode && !refusedBy)
    if (isOffered) onNext()
  }
  return (
    <form ref={form} noValidate autoComplete="off" onSubmit={(event) => void next(event)}>
      <Stack gap="lg">
        <StepHeading title={t('initiate.destination.title')} lead={t('initiate.destination.lead')} />
        <DestinationFields
          draft={draft}
          change={change}
          lookup={lookup}
          fault={fault}
          onFault={setFault}
          isPrivate={isPrivate}
        />
        {draft.noUrl ? null : <DestinationAnswer found={draft.found} lookup={lookup} />}
        {isPrivate && meant?.found.node.pollOnly ? <BothPrivateNotice /> : null}
        <ModeCards
          offeredBy={meant?.found.node.name}
          choices={modeChoices(meant)}
          mode={draft.mode}
          onMode={(mode) => change({ mode })}
        />
        <Group justify="flex-end" className="accord-foot">
          <Button type="submit" loading={lookup.isLooking}>
            {t('common.next')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function BothPrivateNotice() {
  const { t } = useTranslation()
  return (
    <Notice tone="attention">
      {t('problems.both_sides_private.title')}. {t('problems.both_sides_private.remedy')}
    </Notice>
  )
}

interface DestinationAnswerProps {
  readonly found: InitiateDraft['found']
  readonly lookup: DestinationLookup
}

/** The node that was found at the address, or why none was. */
function DestinationAnswer({ found, lookup }: DestinationAnswerProps) {
  const { t } = useTranslation()
  return (
    <div className="accord-answer">
      {lookup.refusal === undefined ? null : (
        <ProblemNotice thrown={lookup.refusal} onRetry={() => void lookup.lookUp()} />
      )}
      {found ? <FoundDestination destination={found} /> : null}
      {(found ?? lookup.refusal) ? null : (
        <Text fz="sm" c="dimmed">
          {t('initiate.destination.answerHere')}
        </Text>
      )}
    </div>
  )
}

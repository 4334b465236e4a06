import { Checkbox, NativeSelect, Text, TextInput } from '@mantine/core'
import type { NodeSettings } from '@accord/shared/schemas'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConsoleCall } from '../api/use-console-call.ts'
import { useSession } from '../api/use-session.ts'
import { CallForm } from '../forms/call-form.tsx'
import { useValidityOptions } from '../initiate/use-validity-options.ts'
import { useAnnounce } from '../parts/announcer.tsx'
import { absoluteTime } from '../parts/relative-time.ts'
import { daysOf } from './days-of.ts'

/** What an admin may change while the node runs; for everybody else it is shown. */
export function RunSettingsForm({ settings }: { readonly settings: NodeSettings }) {
  const { t, i18n } = useTranslation()
  const { roles } = useSession()
  const { changedAt, changedBy } = settings
  const { draft, setDraft, isWrong, save, send, submit } = useRunSettings(settings)
  const validity = useValidityOptions()
  return (
    <CallForm
      call={save}
      submit={roles.admin ? t('settings.save') : undefined}
      onSubmit={submit}
      onRetry={send}
      checksItself
      variant="default"
      gap="sm"
    >
      <NativeSelect
        label={t('settings.validity')}
        data={validity}
        value={String(draft.invitationValidityMs)}
        disabled={!roles.admin}
        onChange={(event) => setDraft({ ...draft, invitationValidityMs: Number(event.currentTarget.value) })}
        maw={220}
      />
      <Checkbox
        label={t('settings.approval')}
        checked={draft.approval}
        disabled={!roles.admin}
        onChange={(event) => setDraft({ ...draft, approval: event.currentTarget.checked })}
      />
      <TextInput
        label={t('settings.rotateKeysDays')}
        description={t('settings.rotateHint')}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        inputMode="numeric"
        value={draft.days}
        disabled={!roles.admin}
        error={isWrong ? t('settings.wrongDays') : null}
        onChange={(event) => setDraft({ ...draft, days: event.currentTarget.value })}
        maw={360}
      />
      {changedAt ? (
        <Text fz="xs" c="dimmed">
          {t('settings.changed', { when: absoluteTime(changedAt, i18n.language), actor: changedBy })}
        </Text>
      ) : null}
    </CallForm>
  )
}

/** The settings as they are being edited, and the way to save them. */
function useRunSettings({ run }: NodeSettings) {
  const { t } = useTranslation()
  const announce = useAnnounce()
  const [draft, setDraft] = useState({ ...run, days: String(run.rotateKeysDays) })
  const save = useConsoleCall('changeSettings')
  const days = daysOf(draft.days)
  const { invitationValidityMs, approval } = draft
  const send = () =>
    save.mutate(
      { body: { invitationValidityMs, approval, ...(days === undefined ? {} : { rotateKeysDays: days }) } },
      { onSuccess: () => announce(t('settings.saved')) },
    )
  const submit = () => {
    if (days !== undefined) send()
  }
  return { draft, setDraft, isWrong: days === undefined, save, send, submit }
}

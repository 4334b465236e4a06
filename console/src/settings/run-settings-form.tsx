import { Button, Checkbox, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import type { NodeSettings } from '@accord/shared/schemas'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useConsoleCall } from '../api/use-console-call.ts'
import { useSession } from '../api/use-session.ts'
import { useValidityOptions } from '../initiate/use-validity-options.ts'
import { useAnnounce } from '../parts/announcer.tsx'
import { absoluteTime } from '../parts/relative-time.ts'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { daysOf } from './days-of.ts'

/** What an admin may change while the node runs; for everybody else it is shown. */
export function RunSettingsForm({ settings }: { readonly settings: NodeSettings }) {
  const { t, i18n } = useTranslation()
  const { roles } = useSession()
  const announce = useAnnounce()
  const { run, changedAt, changedBy } = settings
  const [draft, setDraft] = useState({ ...run, days: String(run.rotateKeysDays) })
  const save = useConsoleCall('changeSettings')
  const validity = useValidityOptions()
  const days = daysOf(draft.days)
  const { invitationValidityMs, approval } = draft
  const send = () =>
    save.mutate(
      { body: { invitationValidityMs, approval, ...(days === undefined ? {} : { rotateKeysDays: days }) } },
      { onSuccess: () => announce(t('settings.saved')) },
    )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (days !== undefined) send()
  }
  return (
    <form noValidate autoComplete="off" onSubmit={submit}>
      <Stack gap="sm">
        <NativeSelect
          label={t('settings.validity')}
          data={validity}
          value={String(invitationValidityMs)}
          disabled={!roles.admin}
          onChange={(event) => setDraft({ ...draft, invitationValidityMs: Number(event.currentTarget.value) })}
          maw={220}
        />
        <Checkbox
          label={t('settings.approval')}
          checked={approval}
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
          error={days === undefined ? t('settings.wrongDays') : null}
          onChange={(event) => setDraft({ ...draft, days: event.currentTarget.value })}
          maw={360}
        />
        {changedAt ? (
          <Text fz="xs" c="dimmed">
            {t('settings.changed', { when: absoluteTime(changedAt, i18n.language), actor: changedBy })}
          </Text>
        ) : null}
        {save.error ? <ProblemNotice thrown={save.error} onRetry={send} /> : null}
        {roles.admin ? (
          <Group>
            <Button type="submit" variant="default" loading={save.isPending}>
              {t('settings.save')}
            </Button>
          </Group>
        ) : null}
      </Stack>
    </form>
  )
}

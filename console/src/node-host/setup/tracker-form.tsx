import { NativeSelect, Text, TextInput } from '@mantine/core'
import type { Tracker } from '@accord/shared/schemas'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/use-session.ts'
import { CallForm } from '../../forms/call-form.tsx'
import { useAnnounce } from '../../parts/announcer.tsx'
import { kindName } from '../../parts/kind-name.ts'
import { useAccountCall, useNodeHost } from '../adapter/use-node-host.ts'

const KINDS = ['JIRA', 'GENERIC'] as const
const NAME_CHARACTERS = 100

/** Kind, address and name as the other side reads them before it trusts. */
export function TrackerForm({ tracker }: { readonly tracker: Tracker | null }) {
  const { t } = useTranslation(['translation', 'node'])
  const { roles } = useSession()
  const [draft, setDraft] = useState<Tracker>(tracker ?? { kind: 'JIRA', url: '', name: '' })
  const { save, submit } = useTrackerCall(draft)
  return (
    <CallForm call={save} submit={roles.admin ? t('node:trackerSave') : undefined} onSubmit={submit}>
      <Text fz="sm" c="dimmed">
        {t('node:trackerLead')}
      </Text>
      <NativeSelect
        label={t('node:trackerKind')}
        value={draft.kind}
        disabled={!roles.admin}
        data={KINDS.map((kind) => ({ value: kind, label: kindName(kind) ?? kind }))}
        onChange={(event) => setDraft({ ...draft, kind: event.currentTarget.value === 'JIRA' ? 'JIRA' : 'GENERIC' })}
      />
      <TextInput
        label={t('node:trackerUrl')}
        type="url"
        withAsterisk
        required
        disabled={!roles.admin}
        placeholder="https://acme.atlassian.net"
        value={draft.url}
        onChange={(event) => setDraft({ ...draft, url: event.currentTarget.value })}
      />
      <TextInput
        label={t('node:trackerName')}
        description={t('node:trackerNameHint')}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        withAsterisk
        required
        maxLength={NAME_CHARACTERS}
        disabled={!roles.admin}
        value={draft.name}
        onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
      />
      {roles.admin ? null : <Text fz="sm">{t('common.needsAdmin')}</Text>}
    </CallForm>
  )
}

function useTrackerCall(draft: Tracker) {
  const { t } = useTranslation(['translation', 'node'])
  const announce = useAnnounce()
  const host = useNodeHost()
  const queries = useQueryClient()
  const save = useAccountCall((body: Tracker) => host.call('setTracker', { body }))
  const submit = () => {
    const onSuccess = () => {
      announce(t('node:trackerSaved'))
      void queries.invalidateQueries()
    }
    save.mutate({ ...draft, url: draft.url.trim(), name: draft.name.trim() }, { onSuccess })
  }
  return { save, submit }
}

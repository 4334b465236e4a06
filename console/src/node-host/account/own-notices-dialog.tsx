import { Button, Checkbox, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import type { OwnNotices } from '@accord/shared/schemas'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnnounce } from '../../parts/announcer.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { ProblemNotice } from '../../problems/problem-notice.tsx'
import { useAccountCall, useNodeHost } from '../adapter/use-node-host.ts'

interface DialogProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** Whether the user who is signed in gets notices by mail. */
export function OwnNoticesDialog({ opened, onClose }: DialogProps) {
  const { t } = useTranslation('notices')
  const host = useNodeHost()
  const own = useQuery({
    queryKey: ['own notices'],
    queryFn: () => host.call('readOwnNotices', {}),
    enabled: opened,
    gcTime: 0,
  })
  return (
    <Dialog opened={opened} title={t('own')} onClose={onClose}>
      {own.error ? <ProblemNotice thrown={own.error} onRetry={() => void own.refetch()} /> : null}
      {own.data?.domains.length === 0 ? <Text fz="sm">{t('ownOff')}</Text> : null}
      {own.data && own.data.domains.length > 0 ? <OwnNoticesForm own={own.data} onClose={onClose} /> : null}
    </Dialog>
  )
}

function OwnNoticesForm({ own, onClose }: { readonly own: OwnNotices; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation(['notices', 'translation'])
  const announce = useAnnounce()
  const host = useNodeHost()
  const [wanted, setWanted] = useState(own.wanted)
  const [where, setWhere] = useState<Where>({
    address: own.address ?? '',
    language: own.address === null && i18n.language.startsWith('de') ? 'de' : own.language,
  })
  const change = useAccountCall(() => host.call('changeOwnNotices', { body: { wanted, ...where } }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const onSuccess = () => {
      announce(t('notices:ownSaved'))
      onClose()
    }
    change.mutate(undefined, { onSuccess })
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Checkbox
          label={t('notices:ownWanted')}
          checked={wanted}
          onChange={(event) => setWanted(event.currentTarget.checked)}
        />
        <WhereFields domains={own.domains} where={where} onWhere={setWhere} />
        {change.error ? <ProblemNotice thrown={change.error} /> : null}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('translation:common.cancel')}
          </Button>
          <Button type="submit" loading={change.isPending}>
            {t('notices:ownSave')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

type Where = Pick<OwnNotices, 'language'> & { readonly address: string }

interface WhereFieldsProps {
  readonly domains: readonly string[]
  readonly where: Where
  readonly onWhere: (where: Where) => void
}

function WhereFields({ domains, where, onWhere }: WhereFieldsProps) {
  const { t } = useTranslation('notices')
  return (
    <>
      <TextInput
        label={t('ownAddress')}
        description={t('ownDomains', { domains: domains.join(', ') })}
        type="email"
        autoComplete="email"
        required
        maxLength={254}
        value={where.address}
        onChange={(event) => onWhere({ ...where, address: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('ownLanguage')}
        data={[
          { value: 'en', label: 'English' },
          { value: 'de', label: 'Deutsch' },
        ]}
        value={where.language}
        onChange={(event) => onWhere({ ...where, language: event.currentTarget.value === 'de' ? 'de' : 'en' })}
      />
    </>
  )
}

import { List, Text, TextInput } from '@mantine/core'
import type { SyncUser } from '@accord/shared/schemas'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConsoleCall } from '../api/use-console-call.ts'
import { useSession } from '../api/use-session.ts'
import { useSyncUser } from '../api/use-sync-access.ts'
import { CallForm } from '../forms/call-form.tsx'
import { useAnnounce } from '../parts/announcer.tsx'
import { Notice } from '../parts/notice.tsx'
import { Panel } from '../parts/panel.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'

/** The user as whom sync writes: made with one click, with what it was found to be able to do. Nothing until sync is wanted. */
export function SyncUserPanel() {
  const { t } = useTranslation()
  const { data: user, error, refetch } = useSyncUser()
  if (error) return <ProblemNotice thrown={error} onRetry={() => void refetch()} />
  if (!user?.isWanted) return null
  return (
    <Panel title={t('syncUser.title')}>
      <Text fz="sm">{t('syncUser.lead', { user: user.userName })}</Text>
      <State user={user} />
      <MakeForm user={user} />
    </Panel>
  )
}

function State({ user }: { readonly user: SyncUser }) {
  const { t } = useTranslation()
  if (!user.isThere) return <Notice tone="attention">{t('syncUser.missing')}</Notice>
  if (!user.isActive) return <Notice tone="attention">{t('syncUser.inactive')}</Notice>
  const faults = [
    ...(user.hasPassword ? [t('syncUser.password')] : []),
    ...user.rights.flatMap((rights) => faultsOf(rights).map((fault) => t(`syncUser.faults.${fault}`, { ...rights, fields: rights.closedFields.join(', ') }))), // prettier-ignore
  ]
  if (user.rights.some(({ checkedAt }) => checkedAt === null))
    return <Notice tone="waiting">{t('syncUser.checking')}</Notice>
  if (faults.length === 0) return <Notice tone="good">{t('syncUser.good', { roles: user.roles.join(', ') })}</Notice>
  return (
    <Notice tone="attention">
      {t('syncUser.bad', { roles: user.roles.join(', ') || '–' })}
      <List size="sm" mt="xs">
        {faults.map((fault) => (
          <List.Item key={fault}>{fault}</List.Item>
        ))}
      </List>
    </Notice>
  )
}

type Rights = SyncUser['rights'][number]

/** What sync access wants of a table and the user's ACLs do not give. */
function faultsOf({ checkedAt, closedFields, ...rights }: Rights) {
  const { wantsWrite, wantsCreate, wantsDelete, mayWrite, mayCreate, mayDelete } = rights
  if (checkedAt === null) return []
  return [
    ...(wantsWrite && !mayWrite ? (['write'] as const) : []),
    ...(wantsCreate && !mayCreate ? (['create'] as const) : []),
    ...(wantsDelete && !mayDelete ? (['delete'] as const) : []),
    ...(mayWrite && closedFields.length > 0 ? (['fields'] as const) : []),
  ]
}

/** Once it is there, the same click gives it more roles and checks its rights again. */
function MakeForm({ user }: { readonly user: SyncUser }) {
  const { t } = useTranslation()
  const announce = useAnnounce()
  const { roles: own } = useSession()
  const [roles, setRoles] = useState('itil')
  const put = useConsoleCall('putSyncUser')
  if (!own.admin) return <Text fz="sm">{t('common.needsAdmin')}</Text>
  const names = roles.split(/[\s,]+/u).filter((name) => name !== '')
  const onSuccess = () => announce(t('syncUser.made'))
  return (
    <CallForm
      call={put}
      submit={t(user.isThere ? 'syncUser.again' : 'syncUser.make')}
      variant={user.isThere ? 'default' : 'filled'}
      onSubmit={() => put.mutate({ body: { roles: names } }, { onSuccess })}
    >
      <TextInput
        label={t('syncUser.roles')}
        description={t('syncUser.rolesHint')}
        autoCapitalize="none"
        spellCheck={false}
        maw={320}
        value={roles}
        onChange={(event) => setRoles(event.currentTarget.value)}
      />
    </CallForm>
  )
}

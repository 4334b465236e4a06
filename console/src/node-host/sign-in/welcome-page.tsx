import { Button, Group, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { PageHeading } from '../../parts/page-heading.tsx'
import { Panel } from '../../parts/panel.tsx'
import { ProblemNotice } from '../../problems/problem-notice.tsx'
import { ChoosePassword } from './choose-password.tsx'
import { linkToken } from './link-token.ts'
import { useNodeHost } from '../adapter/use-node-host.ts'

/** What a set-up link opens: a password is set, and its owner is signed in. */
export function WelcomePage({ token }: { readonly token: string }) {
  const { t } = useTranslation(['translation', 'node'])
  const host = useNodeHost()
  const link = useQuery({
    queryKey: ['set-up link', token],
    queryFn: () => host.call('readLink', { body: { token } }),
    gcTime: 0,
  })
  const { data: owner, error } = link
  const lead = owner ? t('node:welcomeLead', { name: owner.name, role: t(`node:roles.${owner.role}`) }) : undefined
  return (
    <Stack gap="md" maw="28rem" mx="auto">
      <PageHeading title={t('node:welcome')} lead={lead} />
      {error ? (
        <>
          <ProblemNotice thrown={error} onRetry={() => void link.refetch()} />
          <Group>
            <Button variant="default" onClick={() => linkToken.set(undefined)}>
              {t('node:toSignIn')}
            </Button>
          </Group>
        </>
      ) : null}
      {owner ? (
        <Panel>
          <ChoosePassword token={token} name={owner.name} />
        </Panel>
      ) : null}
    </Stack>
  )
}

import { Center, Loader, Stack } from '@mantine/core'
import { Navigate, useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SessionContext, useSessionQuery } from '../api/use-session.ts'
import { useChanges } from '../api/use-changes.ts'
import { useHost } from '../host/console-host.ts'
import { problemOf } from '../host/refusal.ts'
import { PageHeading } from '../parts/page-heading.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'

/** What can be done while nothing is paired. */
const BEFORE_PAIRING: ReadonlySet<string> = new Set(['/setup', '/users', '/help/support'])

/** Shows the pages once the session is known. While no node is paired, every page leads to the set-up. */
export function SessionGate({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation()
  const host = useHost()
  const { data: session, error, refetch } = useSessionQuery()
  const { pathname } = useLocation()
  const isInformed = useChanges(session?.paired === true)
  if (!session && error && host.parts && problemOf(error).code === 'session_ended') return <host.parts.SignedOut />
  if (!session && error)
    return (
      <Stack gap="md">
        <PageHeading title={t('connections.title')} />
        <ProblemNotice thrown={error} onRetry={() => void refetch()} />
      </Stack>
    )
  if (!session || !isInformed)
    return (
      <Center mih={240} role="status" aria-label={t('common.loading')}>
        <Loader />
      </Center>
    )
  if (!session.paired && !BEFORE_PAIRING.has(pathname)) return <Navigate to="/setup" replace />
  return <SessionContext value={session}>{children}</SessionContext>
}

import { Button, Group, Text } from '@mantine/core'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PageHeading } from '../parts/page-heading.tsx'
import { Panel } from '../parts/panel.tsx'

export function EstablishedOutcome({ connection }: { readonly connection: ConnectionSnapshot }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const params = { connectionId: connection.id }
  return (
    <>
      <PageHeading title={t('accept.outcome.established')} />
      <Panel>
        <Text>
          {t('accept.outcome.establishedText', {
            local: connection.localShortName,
            remote: connection.remote.name ?? connection.remoteShortName,
          })}
        </Text>
        <Group gap="sm">
          <Button onClick={() => void navigate({ to: '/connections/$connectionId/sync', params })}>
            {t('accept.outcome.configureSync')}
          </Button>
          <Button variant="default" onClick={() => void navigate({ to: '/connections' })}>
            {t('common.done')}
          </Button>
        </Group>
      </Panel>
    </>
  )
}

import { Button, Group, Stack } from '@mantine/core'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { StepHeading } from '../parts/step-heading.tsx'

/** The last step of a local connection: there is no code to send. */
export function LocalEstablished({ connection }: { readonly connection: ConnectionSnapshot }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const params = { connectionId: connection.id }
  return (
    <Stack gap="lg">
      <StepHeading title={t('accept.outcome.established')} lead={t('initiate.localLead')} />
      <Group gap="sm">
        <Button onClick={() => void navigate({ to: '/connections/$connectionId/sync', params })}>
          {t('accept.outcome.configureSync')}
        </Button>
        <Button variant="default" onClick={() => void navigate({ to: '/connections' })}>
          {t('common.done')}
        </Button>
      </Group>
    </Stack>
  )
}

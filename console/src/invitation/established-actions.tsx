import { Button, Group } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

interface EstablishedActionsProps {
  readonly connectionId: string
  /** Absent: leads to the list. */
  readonly onDone?: () => void
}

/** What comes after a connection was made: its rules, or the list. */
export function EstablishedActions({ connectionId, onDone }: EstablishedActionsProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const params = { connectionId }
  return (
    <Group gap="sm">
      <Button onClick={() => void navigate({ to: '/connections/$connectionId/sync', params })}>
        {t('accept.outcome.configureSync')}
      </Button>
      <Button variant="default" onClick={onDone ?? (() => void navigate({ to: '/connections' }))}>
        {t('common.done')}
      </Button>
    </Group>
  )
}

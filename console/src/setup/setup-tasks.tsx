import { Box, Stack, Text, Title, VisuallyHidden } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../api/use-session.ts'
import { PairingForm } from './pairing-form.tsx'

/** The whole set-up: the first task is done when this page can be read. */
export function SetupTasks() {
  const { t } = useTranslation()
  const { appVersion, instanceName } = useSession()
  return (
    <Stack component="ol" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
      <Task
        number={1}
        isDone
        title={t('setup.tasks.app.title')}
        text={t('setup.tasks.app.text', { version: appVersion, instance: instanceName })}
      />
      <Task number={2} title={t('setup.tasks.node.title')} text={t('setup.tasks.node.text')} />
      <Task number={3} title={t('setup.tasks.pair.title')} text={t('setup.tasks.pair.text')}>
        <PairingForm />
      </Task>
    </Stack>
  )
}

interface TaskProps {
  readonly number: number
  readonly isDone?: boolean
  readonly title: string
  readonly text: string
  readonly children?: ReactNode
}

function Task({ number, isDone = false, title, text, children }: TaskProps) {
  const { t } = useTranslation()
  return (
    <Box component="li" className="accord-panel accord-task" p="md" data-done={isDone}>
      <span className="accord-task-number" aria-hidden="true">
        {isDone ? '✓' : number}
      </span>
      <Stack gap="sm" style={{ flex: 1, minWidth: 0 }}>
        <div>
          <Title order={2} size="h5">
            {title}
            {isDone ? <VisuallyHidden> ({t('setup.done')})</VisuallyHidden> : null}
          </Title>
          <Text fz="sm" c="dimmed">
            {text}
          </Text>
        </div>
        {children}
      </Stack>
    </Box>
  )
}

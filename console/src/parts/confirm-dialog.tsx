import { Button, Group, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from './dialog.tsx'

interface ConfirmDialogProps {
  readonly opened: boolean
  readonly title: string
  readonly confirm: string
  readonly cancel?: string
  readonly danger?: boolean
  /** Staying is what most people want: it is the main button. */
  readonly staying?: boolean
  readonly busy?: boolean
  readonly onConfirm: () => void
  readonly onCancel: () => void
  readonly children: ReactNode
}

/** Asks before something that cannot be undone. The safe choice comes first and has the focus. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { t } = useTranslation()
  return (
    <Dialog opened={props.opened} title={props.title} onClose={props.onCancel}>
      <Stack gap="lg">
        <div>{props.children}</div>
        <Group justify="flex-end" gap="sm">
          <Button variant={props.staying ? 'filled' : 'default'} onClick={props.onCancel} data-autofocus>
            {props.cancel ?? t('common.cancel')}
          </Button>
          <Button
            {...(props.danger ? { color: 'red.9' } : {})}
            {...(props.staying ? { variant: 'default' } : {})}
            loading={props.busy ?? false}
            onClick={props.onConfirm}
          >
            {props.confirm}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

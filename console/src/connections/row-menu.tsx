import { ActionIcon, Menu, Text } from '@mantine/core'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { useNavigate } from '@tanstack/react-router'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { possibleActions } from '../connection-state/possible-actions.ts'
import type { ConnectionAction } from '../connection-state/possible-actions.ts'
import { useMissingRole } from '../connection-state/use-missing-role.ts'
import { ReasonedItem } from '../parts/reasoned-item.tsx'

export type Ask = (action: ConnectionAction, connection: ConnectionSnapshot) => void

interface RowMenuProps {
  readonly connection: ConnectionSnapshot
  readonly onAsk: Ask
}

/** Outside the frame of the table, which would cut it off, and inside the landmark that it belongs to. */
const IN_MAIN = { target: 'main' }

/** Everything that can be done with a connection from the list; what cannot stays there and says why. */
export function RowMenu({ connection, onAsk }: RowMenuProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const missingRole = useMissingRole()
  const open = () => void navigate({ to: '/connections/$connectionId', params: { connectionId: connection.id } })
  return (
    <Menu
      position="bottom-end"
      width={280}
      transitionProps={{ duration: 0 }}
      portalProps={IN_MAIN}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('connections.menuOf', { name: connection.name })}>
          <Text component="span" aria-hidden="true" fw={700} c="var(--mantine-color-text)">
            ⋯
          </Text>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={open}>{t('connections.open')}</Menu.Item>
        {connection.side === 'source' && connection.state === 'invited' ? (
          <ReasonedItem label={t('connections.copyAgain')} reason={t('connection.copyAgain')} />
        ) : null}
        {possibleActions(connection).map((action) => (
          <Fragment key={action}>
            {action === 'delete' ? <Menu.Divider /> : null}
            <ReasonedItem
              label={t(`actions.${action}.label`)}
              reason={missingRole(action)}
              danger={action === 'delete'}
              onClick={() => onAsk(action, connection)}
            />
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

import { Menu } from '@mantine/core'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { useNavigate } from '@tanstack/react-router'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { possibleActions } from '../connection-state/possible-actions.ts'
import type { ConnectionAction } from '../connection-state/possible-actions.ts'
import { useMissingRole } from '../connection-state/use-missing-role.ts'
import { ReasonedItem } from '../parts/reasoned-item.tsx'
import { RowMenu } from '../parts/row-menu.tsx'

export type Ask = (action: ConnectionAction, connection: ConnectionSnapshot) => void

interface ConnectionMenuProps {
  readonly connection: ConnectionSnapshot
  readonly onAsk: Ask
}

/** Everything that can be done with a connection from the list; what cannot stays there and says why. */
export function ConnectionMenu({ connection, onAsk }: ConnectionMenuProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const missingRole = useMissingRole()
  const open = () => void navigate({ to: '/connections/$connectionId', params: { connectionId: connection.id } })
  return (
    <RowMenu label={t('connections.menuOf', { name: connection.name })}>
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
    </RowMenu>
  )
}

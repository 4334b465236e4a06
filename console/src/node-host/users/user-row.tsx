import { Group, Menu, Stack, Text } from '@mantine/core'
import type { ConsoleUser } from '@accord/shared/schemas'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { ReasonedItem } from '../../parts/reasoned-item.tsx'
import { RowMenu } from '../../parts/row-menu.tsx'
import { TimeText } from '../../parts/time-text.tsx'
import { possibleUserActions } from './user-actions.ts'
import type { UserAction } from './user-actions.ts'

const TONES = { active: 'good', invited: 'waiting', disabled: 'attention' } as const

interface UserRowProps {
  readonly user: ConsoleUser
  readonly isSelf: boolean
  readonly onAsk: (user: ConsoleUser, action: UserAction) => void
}

export function UserRow({ user, isSelf, onAsk }: UserRowProps) {
  const { t } = useTranslation('users')
  const { name, role, rulesAuthor, state, lastSignInAt } = user
  return (
    <Group component="li" justify="space-between" wrap="nowrap" gap="sm">
      <Stack gap={2} miw={0}>
        <Group gap="sm">
          <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
            {name} {isSelf ? t('you') : null}
          </Text>
          <span className="accord-state" data-tone={TONES[state]}>
            {t(`states.${state}`)}
          </span>
        </Group>
        <Text fz="sm" c="dimmed" component="div">
          {role}, {rulesAuthor ? `${t('publishes')}, ` : null}
          {lastSignInAt ? (
            <>
              {t('lastIn')} <TimeText at={lastSignInAt} />
            </>
          ) : (
            t('neverIn')
          )}
        </Text>
      </Stack>
      <UserMenu user={user} onAsk={onAsk} />
    </Group>
  )
}

function UserMenu({ user, onAsk }: Pick<UserRowProps, 'user' | 'onAsk'>) {
  const { t } = useTranslation('users')
  return (
    <RowMenu label={t('actionsFor', { name: user.name })}>
      {possibleUserActions(user).map((action) => (
        <Fragment key={action}>
          {action === 'reset' ? <Menu.Divider /> : null}
          <ReasonedItem
            label={t(`actions.${action}`)}
            reason={undefined}
            danger={action === 'disable' || action === 'reset'}
            onClick={() => onAsk(user, action)}
          />
        </Fragment>
      ))}
    </RowMenu>
  )
}

import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../api/use-session.ts'
import type { IssuedCode } from '../invitation/issued-code.ts'
import { ReasonedButton } from '../parts/reasoned-button.tsx'
import { ChangeDialog } from './change-dialog.tsx'
import { KEY_ACTIONS, LIFE_CHANGES, possibleActions } from './possible-actions.ts'
import type { ConnectionAction, KeyAction, LifeChange } from './possible-actions.ts'
import { ReissueDialog } from './reissue-dialog.tsx'
import { RekeyDialog } from './rekey-dialog.tsx'
import { RotateKeysDialog } from './rotate-keys-dialog.tsx'
import { RevokeDialog } from './revoke-dialog.tsx'

interface ConnectionActionsProps {
  readonly connection: ConnectionSnapshot
  readonly onIssued: (issued: IssuedCode) => void
  /** An action whose dialog is open at first: a button elsewhere has led here. */
  readonly asks?: ConnectionAction | undefined
}

const isLifeChange = (action: ConnectionAction): action is LifeChange =>
  (LIFE_CHANGES as readonly string[]).includes(action)
const isKeyAction = (action: ConnectionAction): action is KeyAction =>
  (KEY_ACTIONS as readonly string[]).includes(action)

/** What can be done with the connection in its state, and why not where a role is missing. */
export function ConnectionActions({ connection, onIssued, asks }: ConnectionActionsProps) {
  const { t } = useTranslation()
  const { roles } = useSession()
  const [asked, setAsked] = useState<ConnectionAction | null>(
    asks && possibleActions(connection).includes(asks) ? asks : null,
  )
  const needsAdmin = roles.admin ? undefined : t('common.needsAdmin')
  const needsOperator = roles.admin || roles.operator ? undefined : t('common.needsOperator')
  const reasons = {
    reissue: needsAdmin,
    revoke: needsOperator,
    deactivate: needsOperator,
    activate: needsOperator,
    delete: needsAdmin,
    rotateKeys: needsAdmin,
    rekey: needsAdmin,
  }
  const close = () => setAsked(null)
  const labelOf = (action: ConnectionAction) =>
    isLifeChange(action) ? t(`life.${action}`) : isKeyAction(action) ? t(`keys.${action}`) : t(`connection.${action}`)
  return (
    <>
      {possibleActions(connection).map((action) => (
        <ReasonedButton key={action} reason={reasons[action]} onClick={() => setAsked(action)}>
          {labelOf(action)}
        </ReasonedButton>
      ))}
      {LIFE_CHANGES.map((change) => (
        <ChangeDialog key={change} change={change} connection={connection} opened={asked === change} onClose={close} />
      ))}
      <RotateKeysDialog connection={connection} opened={asked === 'rotateKeys'} onClose={close} />
      <RekeyDialog connection={connection} opened={asked === 'rekey'} onClose={close} onIssued={onIssued} />
      <RevokeDialog connection={connection} opened={asked === 'revoke'} onClose={close} />
      <ReissueDialog connection={connection} opened={asked === 'reissue'} onClose={close} onIssued={onIssued} />
    </>
  )
}

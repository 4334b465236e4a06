import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../api/use-session.ts'
import type { IssuedCode } from '../invitation/issued-code.ts'
import { ReasonedButton } from '../parts/reasoned-button.tsx'
import { ActionDialog } from './action-dialog.tsx'
import { possibleActions } from './possible-actions.ts'
import type { ConnectionAction } from './possible-actions.ts'

interface ConnectionActionsProps {
  readonly connection: ConnectionSnapshot
  readonly onIssued: (issued: IssuedCode) => void
  /** An action whose dialog is open at first: a button elsewhere has led here. */
  readonly asks?: ConnectionAction | undefined
}

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
  return (
    <>
      {possibleActions(connection).map((action) => (
        <ReasonedButton key={action} reason={reasons[action]} onClick={() => setAsked(action)}>
          {t(`actions.${action}.label`)}
        </ReasonedButton>
      ))}
      {(Object.keys(reasons) as ConnectionAction[]).map((action) => (
        <ActionDialog
          key={action}
          action={action}
          connection={connection}
          opened={asked === action}
          onClose={close}
          onIssued={onIssued}
        />
      ))}
    </>
  )
}

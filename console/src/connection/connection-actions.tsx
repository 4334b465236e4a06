import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IssuedCode } from '../invitation/issued-code.ts'
import { ReasonedButton } from '../parts/reasoned-button.tsx'
import { ActionDialog } from './action-dialog.tsx'
import { CONNECTION_ACTIONS, possibleActions } from '../connection-state/possible-actions.ts'
import type { ConnectionAction } from '../connection-state/possible-actions.ts'
import { useMissingRole } from '../connection-state/use-missing-role.ts'

interface ConnectionActionsProps {
  readonly connection: ConnectionSnapshot
  readonly onIssued: (issued: IssuedCode) => void
  /** An action whose dialog is open at first: a button elsewhere has led here. */
  readonly asks?: ConnectionAction | undefined
}

/** What can be done with the connection in its state, and why not where a role is missing. */
export function ConnectionActions({ connection, onIssued, asks }: ConnectionActionsProps) {
  const { t } = useTranslation()
  const missingRole = useMissingRole()
  const [asked, setAsked] = useState<ConnectionAction | null>(
    asks && possibleActions(connection).includes(asks) ? asks : null,
  )
  const close = () => setAsked(null)
  return (
    <>
      {possibleActions(connection).map((action) => (
        <ReasonedButton
          key={action}
          reason={missingRole(action)}
          danger={action === 'delete'}
          onClick={() => setAsked(action)}
        >
          {t(`actions.${action}.label`)}
        </ReasonedButton>
      ))}
      {CONNECTION_ACTIONS.map((action) => (
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

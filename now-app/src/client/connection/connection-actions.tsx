import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../api/use-session.ts'
import type { IssuedCode } from '../invitation/issued-code.ts'
import { ReasonedButton } from '../parts/reasoned-button.tsx'
import { possibleActions } from './possible-actions.ts'
import type { ConnectionAction } from './possible-actions.ts'
import { ReissueDialog } from './reissue-dialog.tsx'
import { RevokeDialog } from './revoke-dialog.tsx'

interface ConnectionActionsProps {
  readonly connection: ConnectionSnapshot
  readonly onIssued: (issued: IssuedCode) => void
}

/** What can be done with the connection in its state, and why not where a role is missing. */
export function ConnectionActions({ connection, onIssued }: ConnectionActionsProps) {
  const { t } = useTranslation()
  const { roles } = useSession()
  const [asked, setAsked] = useState<ConnectionAction | null>(null)
  const reasons = {
    reissue: roles.admin ? undefined : t('common.needsAdmin'),
    revoke: roles.admin || roles.operator ? undefined : t('common.needsOperator'),
  }
  const close = () => setAsked(null)
  return (
    <>
      {possibleActions(connection).map((action) => (
        <ReasonedButton key={action} reason={reasons[action]} onClick={() => setAsked(action)}>
          {t(`connection.${action}`)}
        </ReasonedButton>
      ))}
      <RevokeDialog connection={connection} opened={asked === 'revoke'} onClose={close} />
      <ReissueDialog connection={connection} opened={asked === 'reissue'} onClose={close} onIssued={onIssued} />
    </>
  )
}

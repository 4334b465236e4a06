import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { showAtOnce } from '../api/show-at-once.ts'
import { useConsoleCall } from '../api/use-console-call.ts'
import { issuedCodeOf } from '../invitation/issued-code.ts'
import type { IssuedCode } from '../invitation/issued-code.ts'
import { useAnnounce } from '../parts/announcer.tsx'
import { type DialogAction, OPERATION_OF } from '../connection-state/possible-actions.ts'

interface Outcome {
  readonly onClose: () => void
  readonly onIssued?: ((issued: IssuedCode) => void) | undefined
}

/**
 * Carries out what a dialog asked for, once, however often its button is pressed. A dialog that is closed while the call is
 * under way does not undo it: a code that comes back then is shown all the same, since it is shown once only.
 */
export function useAction(action: DialogAction, connection: ConnectionSnapshot, { onClose, onIssued }: Outcome) {
  const { t } = useTranslation()
  const announce = useAnnounce()
  const queries = useQueryClient()
  const call = useConsoleCall(OPERATION_OF[action])
  const isUnderWay = useRef(false)
  const confirm = () => {
    if (isUnderWay.current) return
    isUnderWay.current = true
    call.mutate(
      { params: { connectionId: connection.id } },
      {
        onSuccess: (answer) => {
          showAtOnce(queries, answer)
          announce(t(`actions.${action}.done`, { name: connection.name }))
          call.reset()
          onClose()
          const issued = issuedCodeOf(answer)
          if (issued) onIssued?.(issued)
        },
        onSettled: () => {
          isUnderWay.current = false
        },
      },
    )
  }
  const cancel = () => {
    if (!isUnderWay.current) call.reset()
    onClose()
  }
  return { confirm, cancel, isPending: call.isPending, error: call.error }
}

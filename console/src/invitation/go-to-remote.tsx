import { shownHost } from '@accord/shared/protocol'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { ReasonedButton } from '../parts/reasoned-button.tsx'
import type { IssuedCode } from './issued-code.ts'
import { OtherHostNotice } from './other-host-notice.tsx'

/** The way to the other side, with the host that it opens; the button is described by it, warning included. */
export function GoToRemote({ issued: { connection, remoteUrl } }: { readonly issued: IssuedCode }) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <>
      <ReasonedButton
        reason={remoteUrl ? undefined : t('invitation.noRemote')}
        describedBy={id}
        onClick={() => void window.open(remoteUrl ?? '', '_blank', 'noopener,noreferrer')}
      >
        {t('invitation.goToRemote')}
      </ReasonedButton>
      <div id={id} style={{ fontSize: 'var(--mantine-font-size-sm)', overflowWrap: 'anywhere' }}>
        {remoteUrl && shownHost(remoteUrl)}
        <OtherHostNotice entered={connection.invitation?.destinationUrl} named={remoteUrl} />
      </div>
    </>
  )
}

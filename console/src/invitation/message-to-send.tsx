import { Box, Stack, Text } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '../parts/copy-button.tsx'
import { absoluteTime } from '../parts/relative-time.ts'
import type { IssuedCode } from './issued-code.ts'

const SHOWN_CHARACTERS = 24

interface MessageToSendProps {
  readonly issued: IssuedCode
  readonly onCopied: () => void
}

/** A mail that explains the code. It is shown with the code cut short and copied with the whole of it. */
export function MessageToSend({ issued, onCopied }: MessageToSendProps) {
  const { t, i18n } = useTranslation()
  const id = useId()
  const { connection, code, invitation, renewsKeys } = issued
  const expiresAt = invitation?.expiresAt
  const message = (shownCode: string): string =>
    t(renewsKeys ? 'invitation.renewalText' : 'invitation.messageText', {
      name: connection.name,
      local: connection.localShortName,
      remote: connection.remoteShortName,
      until: expiresAt ? absoluteTime(expiresAt, i18n.language) : '',
      code: shownCode,
    })
  return (
    <Stack gap="xs">
      <Text fz="sm" fw={500} id={id}>
        {t('invitation.message')}
      </Text>
      <Box component="pre" className="accord-message" tabIndex={0} role="group" aria-labelledby={id}>
        {message(`${code.slice(0, SHOWN_CHARACTERS)}…`)}
      </Box>
      <CopyButton label={t('invitation.copyMessage')} text={message(code)} onCopied={onCopied} />
    </Stack>
  )
}

import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DescriptionList } from '../parts/description-list.tsx'
import { Fingerprint } from '../parts/fingerprint.tsx'
import { ExpiryCountdown } from './expiry-countdown.tsx'
import { CodeBinding } from './code-binding.tsx'
import type { IssuedCode } from './issued-code.ts'

/** What stands beside the code: how long it lives, who can use it, and the fingerprint to read out. */
export function InvitationDetails({ issued }: { readonly issued: IssuedCode }) {
  const { t } = useTranslation()
  const { connection, invitation, boundToName } = issued
  const name = boundToName ?? connection.remote.name ?? connection.remoteShortName
  return (
    <DescriptionList
      items={[
        {
          label: t('invitation.expires'),
          value: invitation ? <ExpiryCountdown expiresAt={invitation.expiresAt} /> : null,
        },
        {
          label: t('invitation.boundTo'),
          value: invitation ? <CodeBinding invitation={invitation} name={name} /> : null,
        },
        {
          label: t('invitation.fingerprint'),
          value: (
            <>
              <Fingerprint value={connection.localKeyFingerprint} />
              <Text fz="xs" c="dimmed">
                {t('invitation.fingerprintHint')}
              </Text>
            </>
          ),
        },
      ]}
    />
  )
}

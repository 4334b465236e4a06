import { Stack } from '@mantine/core'
import type { InvitationDetails } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { Fingerprint } from '../parts/fingerprint.tsx'
import { bindingOf } from './binding-of.ts'

interface CodeBindingProps {
  readonly invitation: InvitationDetails
  /** Of the invited instance. */
  readonly name: string
}

/** Who can use the code: the holder of a key, whoever takes an instance's name, or whoever holds the code. */
export function CodeBinding({ invitation, name }: CodeBindingProps) {
  const { t } = useTranslation()
  const binding = bindingOf(invitation)
  const { invitedInstanceUid: uid, invitedKeyFingerprints: fingerprints = [] } = invitation
  return (
    <Stack gap={4}>
      <span>{t(`invitation.bindings.${binding}`, { name, uid: uid ?? '' })}</span>
      {binding === 'key' ? fingerprints.map((value) => <Fingerprint key={value} value={value} />) : null}
    </Stack>
  )
}

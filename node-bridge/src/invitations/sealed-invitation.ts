import { InvitationPayload, PublicJwk } from '@accord/shared/schemas'
import { z } from 'zod'

import type { Vault } from '../vault/vault.ts'
import type { ProcessedInvitation } from './invitation-code.ts'

/** An accepted invitation as it waits for the source's answer; it holds the invitation key. */
export type WaitingInvitation = Omit<ProcessedInvitation, 'code'>

const Waiting = z.object({
  payload: InvitationPayload,
  codeHash: z.string(),
  identityKey: PublicJwk,
  identityThumbprint: z.string(),
})

const contextOf = (invitationId: string) => `invitation:${invitationId}`

export function sealInvitation(vault: Vault, invitation: WaitingInvitation): string {
  const { payload, codeHash, identityKey, identityThumbprint } = invitation
  const plain = JSON.stringify({ payload, codeHash, identityKey, identityThumbprint })
  return vault.seal(plain, contextOf(payload.jti))
}

export const openInvitation = (vault: Vault, invitationId: string, sealed: string): WaitingInvitation =>
  Waiting.parse(JSON.parse(vault.open(sealed, contextOf(invitationId))))

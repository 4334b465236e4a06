import { ERROR_CODES } from '@accord/shared/protocol'
import type { InvitationPreview } from '@accord/shared/schemas'
import { ConsoleRefusal } from '../host/refusal.ts'

function refusal(code: 'invitation_expired' | 'no_common_version', facts: Readonly<Record<string, unknown>>) {
  const { status, title, mend, whoActs, retry } = ERROR_CODES[code]
  return new ConsoleRefusal({ code, status, title, mend, whoActs, retry, detail: '', requestId: null, facts })
}

/** What the review already shows to be impossible; undefined when it may be tried. The source's clock has the last word on an expiry. */
export function refusalOfPreview({ existingConnectionId, expired, version }: InvitationPreview) {
  if (existingConnectionId) return undefined
  if (version.chosen === null) return refusal('no_common_version', { ours: version.ours, theirs: version.theirs })
  return expired ? refusal('invitation_expired', {}) : undefined
}

import { ERROR_CODES } from '@accord/shared/protocol'
import type { InvitationPreview } from '@accord/shared/schemas'
import { ConsoleRefusal } from '../host/refusal.ts'

const STOPPING = ['mode_unsupported', 'licence_ended', 'licence_limit'] as const

function refusal(code: (typeof STOPPING)[number] | 'no_common_version', facts: Readonly<Record<string, unknown>>) {
  const { status, title, remedy, responsible, retry } = ERROR_CODES[code]
  return new ConsoleRefusal({ code, status, title, remedy, responsible, retry, detail: '', requestId: null, facts })
}

/** What the review already shows to be impossible; undefined when it may be tried. An expiry may: the source's clock decides. */
export function refusalOfPreview({ existingConnectionId, warnings, version }: InvitationPreview) {
  if (existingConnectionId) return undefined
  if (version.chosen === null) {
    const { of, ours, theirs } = version
    return refusal('no_common_version', { versions: of, ours, theirs })
  }
  const stops = STOPPING.find((code) => warnings.includes(code))
  return stops && refusal(stops, {})
}

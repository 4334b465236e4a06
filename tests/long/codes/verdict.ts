import { ERROR_CODES } from '@accord/shared/protocol'

import { processInvitationCode } from '../../../node-bridge/src/invitations/invitation-code.ts'
import { isRefusal } from '../../../node-bridge/src/refusals/refusal.ts'
import type { CodeKind, GeneratedCode } from './generate.ts'

export const ACCEPTED = 'accepted'

/** What each kind of text may end in, and how many signature checks that may cost. */
const ALLOWED: Readonly<Record<CodeKind, Readonly<Record<string, number>>>> = {
  dressed: { [ACCEPTED]: 1 },
  truncated: { code_truncated: 0 },
  damaged: { code_malformed: 0, code_truncated: 0, code_signature_invalid: 1 },
  header: { code_malformed: 0 },
  resigned: { code_signature_invalid: 1 },
  noise: { code_malformed: 0, code_truncated: 0, code_other_product: 0 },
}

export interface Verdict {
  readonly outcome: string
  /** Undefined when the outcome is one that the kind may have, at its price. */
  readonly complaint: string | undefined
}

/** Runs a text through the parser. `verifications`: the number of signature checks made so far. */
export async function verdictOf({ of, text, code }: GeneratedCode, verifications: () => number): Promise<Verdict> {
  const before = verifications()
  const outcome = await outcomeOf(text, code)
  const cost = verifications() - before
  const allowed = ALLOWED[of][outcome]
  if (allowed === cost) return { outcome, complaint: undefined }
  return { outcome, complaint: `${of} → ${outcome} with ${cost} signature checks: ${JSON.stringify(text)}` }
}

async function outcomeOf(text: string, code: string | undefined): Promise<string> {
  try {
    const processed = await processInvitationCode(text)
    return code === undefined || processed.code === code ? ACCEPTED : 'another code'
  } catch (error) {
    if (!isRefusal(error)) return `threw ${String(error)}`
    return ERROR_CODES[error.code].status < 500 ? error.code : `${error.code} is a 5xx`
  }
}

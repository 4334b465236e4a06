import { createInvitationCode } from '../../../node-bridge/src/invitations/invitation-code.ts'
import { createKeyPair, type KeyPair } from '../../../node-bridge/src/keys/key-pair.ts'
import type { Random } from '../../../node-bridge/test/faults/network/random.ts'
import { COMPANY_A, CONNECTION } from '../../../node-bridge/test/handshake/messages/parties.ts'
import { damage } from './damage.ts'
import { dressUp } from './dress.ts'

/** A text as somebody might paste it. `of`: what it was made from, which says what it may end in. */
export interface GeneratedCode {
  readonly of: CodeKind
  readonly text: string
  /** The code that a harmless paste must give back. */
  readonly code?: string
}

export const CODE_KINDS = ['dressed', 'truncated', 'damaged', 'header', 'resigned', 'noise'] as const
export type CodeKind = (typeof CODE_KINDS)[number]

const FRESH_EVERY = 20

export interface CodeSource {
  next(random: Random): Promise<GeneratedCode>
  /** A fresh code. */
  issueNext(random: Random): Promise<string>
}

/** Codes of a real issuer, a fresh one every few texts, each turned into one kind of paste. */
export async function createCodeSource(): Promise<CodeSource> {
  const identity = await createKeyPair()
  let made = 0
  let code = ''
  return {
    issueNext: (random) => issue(identity, random),
    async next(random) {
      if (made % FRESH_EVERY === 0) code = await issue(identity, random)
      const of = CODE_KINDS[made % CODE_KINDS.length] ?? 'noise'
      made += 1
      return of === 'dressed' ? { of, text: dressUp(code, random), code } : { of, text: damage(of, code, random) }
    },
  }
}

async function issue(identity: KeyPair, random: Random): Promise<string> {
  const description = 'x'.repeat(Math.floor(random() * 400))
  const input = { nodeInfo: COMPANY_A, connection: { ...CONNECTION, description } }
  return (await createInvitationCode(input, identity, new Date())).code
}

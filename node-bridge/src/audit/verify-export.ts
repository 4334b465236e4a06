import type { AuditVerdict } from '@accord/shared/schemas'

import type { FoundEntry } from '../store/audit/audit-entries.ts'
import type { ChainHead } from './seal-audit.ts'
import { flawAtHead, verifyChain } from './verify-chain.ts'

/** Checks exported entries by themselves: the chain from its beginning, and a head that somebody kept. */
export async function verifyExport(
  pages: AsyncIterable<readonly FoundEntry[]>,
  anchor: ChainHead | undefined,
): Promise<AuditVerdict> {
  let atAnchor: ChainHead | undefined
  const watched = (async function* () {
    for await (const page of pages) {
      const found = page.find(({ seq }) => seq === anchor?.seq)
      if (found) atAnchor = { seq: found.seq, hash: found.hash ?? '' }
      yield page
    }
  })()
  const { entries, head, broken } = await verifyChain(watched)
  const why = anchor && !broken ? flawAtHead(atAnchor ?? head, anchor) : undefined
  const flaw = why === undefined || !anchor ? broken : { seq: Math.min(anchor.seq, head.seq + 1), id: null, why }
  return { intact: flaw === null, entries, head, seal: 'unchecked', waiting: 0, broken: flaw }
}

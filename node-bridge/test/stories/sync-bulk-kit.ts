import { randomUUID } from 'node:crypto'

import { orderedId } from '../../src/identifiers/ordered-id.ts'
import { insertPair, type StoredPair } from '../../src/store/sync/sync-pairs.ts'
import { createBridgeProcess } from '../faults/company/bridge-process.ts'
import { findFreePort } from '../faults/company/free-port.ts'
import type { Company } from './company.ts'

/** Others that wait as this one does, and with that cause. Answers their ids. */
export function addHeld({ bridge }: Company, held: StoredPair, count: number, fault = held.fault): Promise<string[]> {
  const { database, vault } = bridge.services.context
  return database.transaction(async (transaction) => {
    const ids: string[] = []
    for (let at = 0; at < count; at++) {
      const copy = copyOf(vault, held, fault)
      await insertPair(transaction, copy)
      ids.push(copy.id)
    }
    return ids
  })
}

/** Another pair that the same message waits in: its text is sealed for its own row. */
function copyOf(vault: Company['bridge']['services']['context']['vault'], stored: StoredPair, fault: string | null) {
  if (!stored.inboundSealed) throw new Error('Nothing waits in this pair')
  const id = orderedId()
  const text = vault.open(stored.inboundSealed, `sync-inbound:${stored.id}`)
  return {
    ...stored,
    id,
    fault,
    pairId: randomUUID(),
    recordId: null,
    faultSealed: null,
    inboundSealed: vault.seal(text, `sync-inbound:${id}`),
    createdAt: new Date(),
  }
}

/** A node as an operator runs it, in a process of its own, over what this company has; the company's own one is closed meanwhile. */
export async function processOver({ dataDir, databaseUrl, name, proxy }: Company) {
  const operatorToken = randomUUID().repeat(2)
  const settings = { port: await findFreePort(), publicUrl: proxy.url, dataDir, nodeName: name, operatorToken }
  return { ...createBridgeProcess({ ...settings, databaseUrl }), operatorToken }
}

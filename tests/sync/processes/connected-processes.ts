import { randomUUID } from 'node:crypto'

import { eventually } from '../../../node-bridge/test/faults/company/eventually.ts'
import { configure, WITH_FILES } from '../synced-companies.ts'
import { type ProcessCompany, startProcessCompany } from './process-company.ts'

/** Two companies whose nodes and instances are processes, an active connection, and rules that carry comments and files. */
export interface ConnectedProcesses {
  readonly acme: ProcessCompany
  readonly globex: ProcessCompany
  readonly ids: { readonly acme: string; readonly globex: string }
  close(): Promise<void>
}

export interface ConnectedOptions {
  /** A database for each; SQLite where there is none. */
  readonly fresh?: (name: 'Acme' | 'Globex') => Promise<{ readonly databaseUrl?: string | undefined }>
  /** Of Globex, on a server database. */
  readonly replicas?: number
}

export async function connectProcesses({ fresh, replicas = 1 }: ConnectedOptions = {}): Promise<ConnectedProcesses> {
  const acme = await startProcessCompany('Acme', { databaseUrl: (await fresh?.('Acme'))?.databaseUrl })
  const globex = await startProcessCompany('Globex', { databaseUrl: (await fresh?.('Globex'))?.databaseUrl, replicas })
  const close = async () => void (await Promise.all([acme.close(), globex.close()]))
  try {
    const ids = await shakeHands(acme, globex)
    await configure(acme, ids.acme, WITH_FILES)
    await configure(globex, ids.globex, WITH_FILES)
    return { acme, globex, ids, close }
  } catch (error) {
    await close()
    throw error
  }
}

export async function shakeHands(
  acme: ProcessCompany,
  globex: ProcessCompany,
  name = 'Acme_to_Globex',
): Promise<ConnectedProcesses['ids']> {
  const names = { localShortName: 'Acme', remoteShortName: 'Globex', name, description: '' }
  const asked = { requestId: randomUUID(), destinationUrl: null, mode: 'script', ...names }
  const issued = await acme.call('initiateConnection', asked)
  // A machine that is busy with starting all of it may let the first call time out; who accepts again is the same one.
  const accepted = await eventually('the code is accepted', () =>
    globex.call('acceptInvitation', { text: issued['code'] }),
  )
  const idOf = (answer: Record<string, unknown>) => (answer['connection'] as { id: string }).id
  const ids = { acme: idOf(issued), globex: idOf(accepted) }
  for (const [company, id] of [
    [acme, ids.acme],
    [globex, ids.globex],
  ] as const)
    await eventually('the connection is active', async () => {
      const [row] = await company.rows<{ state: string }>(`select state from connection where id = '${id}'`)
      return row?.state === 'active' || undefined
    })
  return ids
}

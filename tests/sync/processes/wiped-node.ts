import { execFile } from 'node:child_process'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { createBridgeClient } from '../../../node-bridge/test/faults/company/bridge-client.ts'
import type { ProcessCompany } from './process-company.ts'

const run = promisify(execFile)
const BIN = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../../node-bridge/bin/accord.js')

/** All that it has kept is gone, its identity, too: a new node, which its instance is paired with. */
export async function wipeNode(company: ProcessCompany): Promise<void> {
  const { node, dataDir, operatorToken, call } = company
  await node.kill()
  for (const name of readdirSync(dataDir))
    if (!name.startsWith('instance')) rmSync(path.join(dataDir, name), { recursive: true, force: true })
  await node.start()
  const { pairingCode } = await createBridgeClient(node.url, operatorToken).call('issuePairingCode')
  await call('pairNode', { pairingCode })
}

/** What an admin exports of the instance's own table of pairs: one list of a connection, with all its columns. */
export async function exportPairs({ admin, dataDir, name }: ProcessCompany, connectionName: string): Promise<string> {
  const rows = await admin.rows('x_accrd_bridge_sync_pair', `connection.name=${connectionName}^remote_keyISNOTEMPTY`)
  const columns = ['pair_id', 'local_key', 'state', 'remote_key']
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
  const file = path.join(dataDir, `instance-pairs-of-${name}.csv`)
  writeFileSync(file, lines.map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\r\n'))
  return file
}

/** The command line against the node of a company; what it says on standard output. */
export async function accord({ node, operatorToken }: ProcessCompany, ...words: readonly string[]): Promise<string> {
  const environment = { ACCORD_URL: node.url, ACCORD_OPERATOR_TOKEN: operatorToken, PATH: process.env['PATH'] ?? '' }
  return (await run(process.execPath, [BIN, ...words], { env: environment })).stdout
}

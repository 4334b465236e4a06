import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { createBridgeProcess } from '../faults/company/bridge-process.ts'
import type { Company } from '../faults/company/company.ts'
import { findFreePort } from '../faults/company/free-port.ts'
import { traceOf, type Trace } from './search.ts'
import { keySecret, type Secret } from './secret.ts'

/** The last words of a bridge that is started on this company's data with a master key that does not fit. */
export async function provokeCrash(company: Company): Promise<{ trace: Trace; secret: Secret }> {
  const { name, secrets } = company
  const dataDir = mkdtempSync(path.join(tmpdir(), 'accord-crash-'))
  const wrongKey = randomBytes(32).toString('base64')
  const bridge = createBridgeProcess({
    port: await findFreePort(),
    publicUrl: 'http://127.0.0.1:9',
    dataDir,
    nodeName: name,
    operatorToken: secrets.operatorToken,
    logLevel: 'trace',
    environment: { ACCORD_MASTER_KEY: wrongKey },
  })
  // Two nodes never share an embedded database: that refusal would come first.
  cpSync(company.dataDir, dataDir, { recursive: true })
  const started = await bridge.start().then(
    () => true,
    () => false,
  )
  await bridge.stop()
  rmSync(dataDir, { recursive: true, force: true })
  if (started) throw new Error('A bridge started with a master key that is not its own')
  if (!bridge.output().includes('another master key')) throw new Error(`It ended otherwise: ${bridge.output()}`)
  const secret = keySecret(`the wrong master key of ${name}`, wrongKey)
  return { trace: traceOf(`the crash of ${name}`, bridge.output()), secret }
}

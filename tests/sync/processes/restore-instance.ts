import { cpSync, rmSync } from 'node:fs'
import path from 'node:path'

import type { ProcessCompany } from './process-company.ts'

const dataOf = ({ dataDir }: ProcessCompany) => path.join(dataDir, 'instance')

/** Its database as it is now; nothing of it runs meanwhile. */
export async function backUpInstance(company: ProcessCompany): Promise<string> {
  const copy = path.join(company.dataDir, 'instance-backup')
  await company.instance.kill()
  rmSync(copy, { recursive: true, force: true })
  cpSync(dataOf(company), copy, { recursive: true })
  await company.instance.start()
  return copy
}

/** It is lost, and what the backup holds takes its place; nobody tells the node. */
export async function restoreInstance(company: ProcessCompany, copy: string): Promise<void> {
  await company.instance.kill()
  rmSync(dataOf(company), { recursive: true, force: true })
  cpSync(copy, dataOf(company), { recursive: true })
  await company.instance.start()
}

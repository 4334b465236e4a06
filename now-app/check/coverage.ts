import { reportCoverage, type CoveredRecord } from '../../instance-simulator/src/coverage/report.ts'
import { createInstance } from '../../instance-simulator/src/instance.ts'
import type { BuiltPackage } from './built-package.ts'
import type { Finding } from './finding.ts'

/** Tests of the platform's own framework, with their steps, and notifications: the simulator keeps them, runs no test and sends no mail. */
const KEPT_ONLY = /^(?:sys_atf_\w+|sys_variable_value|sys_element_mapping|sysevent_email_action)$/

/** Every record of the package was taken in by the instance; none was refused and none is kept without any effect. */
export function checkCoverage(built: BuiltPackage, covered: readonly CoveredRecord[]): readonly Finding[] {
  const known = new Set(covered.map(({ table, sysId }) => `${table} ${sysId}`))
  const lost = built.records.filter(
    ({ table, sysId, action }) => action === 'INSERT_OR_UPDATE' && !known.has(`${table} ${sysId}`),
  )
  const refused = covered.filter(({ status }) => status === 'refused')
  const idle = covered.filter(({ table, status }) => status === 'stored only' && !KEPT_ONLY.test(table))
  return [
    ...lost.map(({ table, sysId }) => ({ where: `${table} ${sysId}`, what: 'is lost when the package is installed' })),
    ...refused.map(({ table, name, note }) => ({ where: `${table} ${name}`, what: `is refused: ${note}` })),
    ...idle.map(({ table, name }) => ({ where: `${table} ${name}`, what: 'is kept without any effect' })),
  ]
}

/** Installs the package on a fresh simulated instance and asks what became of each record. */
export async function coverageOf(zip: string): Promise<readonly CoveredRecord[]> {
  const instance = await createInstance({ name: 'check', port: 0 })
  try {
    await instance.installPackage(zip)
    return reportCoverage(instance.store, instance.ledger).records.filter(({ scope }) => scope !== 'global')
  } finally {
    await instance.close()
  }
}

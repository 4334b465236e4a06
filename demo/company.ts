import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { startService, type Service } from './child.ts'
import { installApp } from './install-app.ts'
import { issueConsoleLink } from './console-link.ts'
import { issuePairingCode, isPaired, pairInstance } from './pairing.ts'

export const ADMIN = { user: 'admin', password: 'admin' }

export interface CompanyPlan {
  readonly name: string
  readonly key: string
  readonly directory: string
  readonly instancePort: number
  readonly nodePort: number
  /** Milliseconds until the instance's background jobs begin. */
  readonly schedulerDelay?: string | undefined
}

export interface Company {
  readonly name: string
  readonly instanceUrl: string
  readonly nodeUrl: string
  /** Sets the password of the node's own console; undefined once it is set. */
  readonly consoleLink: string | undefined
  /** Only when the pairing is left to the person. */
  readonly pairingCode?: string
  readonly services: readonly Service[]
}

const digestOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

/** The operator's token of the demo's node: made once, kept in a file that only its owner reads. */
export function operatorToken(directory: string): string {
  const file = path.join(directory, 'operator-token')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}

async function installOnce(plan: CompanyPlan, instanceUrl: string, packedZip: string): Promise<void> {
  const stamp = path.join(plan.directory, 'installed.sha256')
  const digest = digestOf(packedZip)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return
  await installApp(instanceUrl, ADMIN)
  writeFileSync(stamp, digest)
}

const startInstance = (plan: CompanyPlan, instanceUrl: string) =>
  startService({
    name: `${plan.name}'s instance`,
    script: 'instance-simulator/bin/accord-instance.js',
    parameters: [
      '--name',
      plan.name,
      '--port',
      String(plan.instancePort),
      '--data',
      path.join(plan.directory, 'instance'),
      '--language',
      'de',
      ...(plan.schedulerDelay === undefined ? [] : ['--scheduler-delay', plan.schedulerDelay]),
    ],
    logFile: path.join(plan.directory, 'instance.log'),
    readyUrl: `${instanceUrl}/login.do`,
    readyWithinMs: 20_000,
  })

export const startNode = (plan: Pick<CompanyPlan, 'name' | 'directory' | 'nodePort'>, nodeUrl: string, token: string) =>
  startService({
    name: `${plan.name}'s node`,
    script: 'node-bridge/src/main.ts',
    parameters: ['start'],
    environment: {
      ACCORD_HOST: '127.0.0.1',
      ACCORD_PORT: String(plan.nodePort),
      ACCORD_PUBLIC_URL: nodeUrl,
      ACCORD_DATA_DIR: path.join(plan.directory, 'node'),
      ACCORD_NODE_NAME: plan.name,
      ACCORD_OPERATOR_TOKEN: token,
      // Whoever tries the demo looks at once.
      ACCORD_SYNC_PULL_SECONDS: '1',
      // Plain HTTP on loopback is off by default; only the demo and the tests switch it on.
      ACCORD_ALLOW_HTTP_LOOPBACK: 'true',
    },
    logFile: path.join(plan.directory, 'node.log'),
    readyUrl: `${nodeUrl}/readyz`,
    readyWithinMs: 20_000,
  })

/** One company from nothing to ready: instance, node, the app installed by the real installer, the two paired. */
export async function startCompany(
  plan: CompanyPlan,
  options: { readonly packedZip: string; readonly pair: boolean; readonly onProgress: (text: string) => void },
): Promise<Company> {
  mkdirSync(plan.directory, { recursive: true })
  const instanceUrl = `http://127.0.0.1:${plan.instancePort}`
  const nodeUrl = `http://127.0.0.1:${plan.nodePort}`
  const token = operatorToken(plan.directory)
  const services: Service[] = []
  try {
    services.push(await startInstance(plan, instanceUrl), await startNode(plan, nodeUrl, token))
    options.onProgress(`${plan.name}: instance and node are up`)
    await installOnce(plan, instanceUrl, options.packedZip)
    options.onProgress(`${plan.name}: the Accord app is installed`)
    const consoleLink = await issueConsoleLink(nodeUrl, token)
    const found = { name: plan.name, instanceUrl, nodeUrl, consoleLink, services }
    if (await isPaired(instanceUrl, ADMIN)) return found
    const pairingCode = await issuePairingCode(nodeUrl, token)
    if (!options.pair) return { ...found, pairingCode }
    await pairInstance(instanceUrl, ADMIN, pairingCode)
    options.onProgress(`${plan.name}: instance and node are paired`)
    return found
  } catch (error) {
    await Promise.all(services.map((service) => service.stop()))
    throw error
  }
}

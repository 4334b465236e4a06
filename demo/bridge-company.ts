import { mkdirSync } from 'node:fs'
import type { Service } from './child.ts'
import { callOperator } from './call-operator.ts'
import { operatorToken, startNode } from './company.ts'
import { issueConsoleLink } from './console-link.ts'

export interface BridgeCompanyPlan {
  readonly name: string
  readonly directory: string
  readonly nodePort: number
}

/** A company without ServiceNow: a node, and the console of its own. */
export interface BridgeCompany {
  readonly name: string
  readonly nodeUrl: string
  readonly consoleLink: string | undefined
  readonly services: readonly Service[]
}

export async function startBridgeCompany(
  plan: BridgeCompanyPlan,
  onProgress: (text: string) => void,
): Promise<BridgeCompany> {
  mkdirSync(plan.directory, { recursive: true })
  const nodeUrl = `http://127.0.0.1:${plan.nodePort}`
  const token = operatorToken(plan.directory)
  const node = await startNode(plan, nodeUrl, token)
  try {
    const tracker = { kind: 'JIRA', url: 'https://company-c.example', name: plan.name, actor: 'demo' }
    await callOperator(nodeUrl, token, 'setTracker', tracker)
    onProgress(`${plan.name}: the node is up; it has no instance`)
    return { name: plan.name, nodeUrl, consoleLink: await issueConsoleLink(nodeUrl, token), services: [node] }
  } catch (error) {
    await node.stop()
    throw error
  }
}

import { callOperator } from './call-operator.ts'

/** Undefined once the admin has set a password: then the node's console takes name and password. */
export async function issueConsoleLink(nodeUrl: string, operatorToken: string): Promise<string | undefined> {
  const body = { name: 'admin', role: 'admin', actor: 'demo' }
  const { link } = await callOperator(nodeUrl, operatorToken, 'inviteConsoleUser', body)
  return link?.url
}

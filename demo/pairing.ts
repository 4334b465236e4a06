import { CONSOLE_CALLS, OPERATIONS } from '@accord/shared/contracts'
import { DEFAULT_API_BASE } from '@accord/shared/protocol'

interface Admin {
  readonly user: string
  readonly password: string
}

async function call(url: string, authorization: string, body?: unknown): Promise<unknown> {
  const response = await fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization, accept: 'application/json', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(30_000),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text.slice(0, 500)}`)
  return JSON.parse(text)
}

const basic = ({ user, password }: Admin) => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
const consoleUrl = (instanceUrl: string, path: string) => `${instanceUrl}${DEFAULT_API_BASE}${path}`

/** Asks the instance through the same route that its console page uses. */
export async function isPaired(instanceUrl: string, admin: Admin): Promise<boolean> {
  const answer = (await call(consoleUrl(instanceUrl, CONSOLE_CALLS.readSession.path), basic(admin))) as {
    result: { paired: boolean }
  }
  return answer.result.paired
}

export async function issuePairingCode(nodeUrl: string, operatorToken: string): Promise<string> {
  const answer = (await call(`${nodeUrl}${OPERATIONS.issuePairingCode.path}`, `Bearer ${operatorToken}`, {})) as {
    pairingCode: string
  }
  return answer.pairingCode
}

/** What an admin does in Accord → Set-up. */
export async function pairInstance(instanceUrl: string, admin: Admin, pairingCode: string): Promise<void> {
  await call(consoleUrl(instanceUrl, CONSOLE_CALLS.pairNode.path), basic(admin), { pairingCode })
}

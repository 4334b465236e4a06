import { OPERATIONS } from '@accord/shared/contracts'
import { type ConsoleInvitation, ConsoleInvitation as Invitation, TrackerAnswer } from '@accord/shared/schemas'
import type { z } from 'zod'

const ANSWERS = { inviteConsoleUser: Invitation, setTracker: TrackerAnswer }
type Name = keyof typeof ANSWERS
interface Answers {
  readonly inviteConsoleUser: ConsoleInvitation
  readonly setTracker: z.infer<typeof TrackerAnswer>
}

/** What an operator does with a node of the demo. */
export async function callOperator<N extends Name>(
  nodeUrl: string,
  token: string,
  name: N,
  body: object,
): Promise<Answers[N]> {
  const response = await fetch(nodeUrl + OPERATIONS[name].path, {
    method: OPERATIONS[name].method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  })
  if (!response.ok) throw new Error(`${name} answered ${response.status}: ${(await response.text()).slice(0, 500)}`)
  return ANSWERS[name].parse(await response.json()) as Answers[N]
}

import type { Replica } from '@accord/shared/schemas'

import type { Answerer, Sandbox } from '../../sandbox/index.ts'
import { type Rules, type RulesOutcome, runIncoming, runOutgoing } from '../../sync/rules/index.ts'
import { type Expected, prettyJson, type Recording } from './recording.ts'

type OutgoingInput = Parameters<typeof runOutgoing>[2]
type IncomingInput = Parameters<typeof runIncoming>[2]

/** What the script asks now and did not when this was recorded. */
export class NotRecorded extends Error {
  override readonly name = 'NotRecorded'
}

/** Runs rules on what was recorded, as the node runs them. Throws `NotRecorded`. */
export async function replay(sandbox: Sandbox, rules: Rules, recording: Recording): Promise<Expected> {
  const running = { answer: answerFrom(recording) }
  const outcome: RulesOutcome<unknown> =
    recording.direction === 'outgoing'
      ? await runOutgoing(sandbox, rules, outgoingInput(recording), running)
      : await runIncoming(sandbox, rules, incomingInput(recording), running)
  switch (outcome.kind) {
    case 'done':
      return { kind: 'done', result: JSON.parse(JSON.stringify(outcome.result)) }
    case 'stopped':
      return outcome
    case 'failed':
      return { kind: 'failed', code: outcome.fault.code, message: outcome.fault.message }
  }
}

const outgoingInput = ({ input, mayWiden }: Recording): OutgoingInput =>
  ({ ...input, mayWiden }) as unknown as OutgoingInput

/** A script is given the replica and what is known of its record as one. */
function incomingInput({ input, mayWiden }: Recording): IncomingInput {
  const { replica, previous, ...given } = input
  const { type, key, url, ...content } = replica as unknown as IncomingInput['theirs'] & Replica
  const theirs = { type, key, ...(url !== undefined && { url }), replica: content as Replica }
  return { ...given, mayWiden, theirs, ...(previous !== null && { previous }) } as unknown as IncomingInput
}

const answerFrom =
  ({ answers }: Recording): Answerer =>
  async (questions) =>
    questions.map(({ kind, name, request }) => {
      const asked = prettyJson(JSON.parse(request))
      const known = answers.find(
        (each) => each.kind === kind && each.name === name && prettyJson(each.request) === asked,
      )
      if (known) return JSON.stringify(known.answer)
      throw new NotRecorded(
        `the script asks ${name} ${request.slice(0, 200)}, and the recording does not hold that: record it again`,
      )
    })

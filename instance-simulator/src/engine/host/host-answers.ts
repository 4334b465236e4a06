import type { HostQuestion } from '../worker/host-channel.ts'
import { CROSS_SCOPE_OPERATIONS } from './cross-scope.ts'
import { EVENT_OPERATIONS } from './event-operations.ts'
import { HTTP_OPERATIONS } from './http-operations.ts'
import { INSTANCE_OPERATIONS } from './instance-operations.ts'
import { RECORD_OPERATIONS } from './record-operations.ts'
import { SCRIPT_OPERATIONS } from './script-operations.ts'
import { TABLE_OPERATIONS } from './table-operations.ts'
import type { HostDesk, HostOperation, Question } from './questions.ts'

const OPERATIONS: Readonly<Record<string, HostOperation>> = {
  ...TABLE_OPERATIONS,
  ...RECORD_OPERATIONS,
  ...SCRIPT_OPERATIONS,
  ...INSTANCE_OPERATIONS,
  ...HTTP_OPERATIONS,
  ...EVENT_OPERATIONS,
  ...CROSS_SCOPE_OPERATIONS,
}

/** Answers one question of a script as JSON text; an error goes back as an answer, never as a rejection. */
export async function answerScript(desk: HostDesk, { operation, json }: HostQuestion): Promise<string> {
  try {
    const run = OPERATIONS[operation]
    if (!run) throw new Error(`not simulated: host operation ${operation}`)
    const value = await run(desk, JSON.parse(json) as Question)
    return JSON.stringify({ value: value ?? null })
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error))
    return JSON.stringify({ error: { name, message } })
  }
}

import { isErrorCode, type SyncErrorCode } from '@accord/shared/protocol'
import { z } from 'zod'

import type { Tracker, TrackerRefusal } from './tracker.ts'

const Answer = z.union([
  z.object({ fault: z.object({ code: z.string(), message: z.string() }) }),
  z.object({ matches: z.array(z.object({ id: z.string() })) }),
])

/** The only record that people call so. */
export async function findByKey(
  tracker: Pick<Tracker, 'answer'>,
  table: string,
  key: string,
): Promise<{ readonly kind: 'found'; readonly id: string } | TrackerRefusal> {
  const refuse = (code: SyncErrorCode, message: string): TrackerRefusal => ({ kind: 'refused', code, message })
  const answer = Answer.parse(JSON.parse(await tracker.answer('display', JSON.stringify({ table, display: key }))))
  if ('fault' in answer) {
    const { code, message } = answer.fault
    return refuse(isErrorCode(code) ? (code as SyncErrorCode) : 'refused_by_instance', message)
  }
  const [match, another] = answer.matches
  if (!match) return refuse('record_gone', `there is no ${table} ${key}`)
  return another
    ? refuse('lookup_ambiguous', `more than one ${table} is called ${key}`)
    : { kind: 'found', id: match.id }
}

import { isErrorCode, type SyncErrorCode } from '@accord/shared/protocol'
import { z } from 'zod'

import type { Tracker, TrackerRefusal } from './tracker.ts'

const Answer = z.union([
  z.object({ fault: z.object({ code: z.string(), message: z.string() }) }),
  z.object({ matches: z.array(z.object({ id: z.string(), display: z.string() })) }),
])

/** `key`: what people call it, empty where that may not be read. */
export type FoundRecord = { readonly kind: 'found'; readonly id: string; readonly key: string } | TrackerRefusal

/** The only record that people call so. */
export const findByKey = (tracker: Pick<Tracker, 'answer'>, table: string, key: string): Promise<FoundRecord> =>
  findOnly(tracker, { table, name: 'display', request: { table, display: key }, what: key })

/** The only record with this value. */
export const findByValue = (
  tracker: Pick<Tracker, 'answer'>,
  table: string,
  field: string,
  value: string,
): Promise<FoundRecord> =>
  findOnly(tracker, { table, name: 'find', request: { table, where: { [field]: value } }, what: `${field} ${value}` })

interface Question {
  readonly table: string
  readonly name: 'display' | 'find'
  readonly request: object
  /** In words. */
  readonly what: string
}

async function findOnly(
  tracker: Pick<Tracker, 'answer'>,
  { table, name, request, what }: Question,
): Promise<FoundRecord> {
  const answer = Answer.parse(JSON.parse(await tracker.answer(name, JSON.stringify(request))))
  if ('fault' in answer) {
    const { code, message } = answer.fault
    return refuse(isErrorCode(code) ? (code as SyncErrorCode) : 'refused_by_instance', message)
  }
  const [match, another] = answer.matches
  if (!match) return refuse('record_gone', `there is no ${table} ${what}`)
  return another
    ? refuse('lookup_ambiguous', `more than one ${table} is called ${what}`)
    : { kind: 'found', id: match.id, key: match.display }
}

const refuse = (code: SyncErrorCode, message: string): TrackerRefusal => ({ kind: 'refused', code, message })

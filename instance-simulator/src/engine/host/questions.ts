import type { Caller, EngineParts, Row } from '../../contracts.ts'
import type { Streams } from './streams.ts'
import type { Audit } from '../audit.ts'
import type { HttpAnswer, PolicyText, RecordImage, RuleText } from '../job.ts'

/** What a script's host operations may use, for one transaction. */
export interface HostDesk {
  readonly parts: EngineParts
  readonly caller: Caller
  readonly streams: Streams
  /** Calls to other machines that the script did not wait for. */
  readonly started: Map<string, Promise<HttpAnswer>>
  /** Work that outlives the transaction; the instance is not settled before it is done. */
  readonly goesOn: (work: Promise<unknown>) => void
  readonly queueAsync: (rule: RuleText, current: RecordImage) => void
  readonly queueEvent: (event: Row) => void
  /** gs.executeNow: a scheduled job runs as soon as the scheduler comes to it, beside whatever runs. */
  readonly executeNow: (job: Row) => void
  readonly audit: Audit
  readonly rulesFor: (table: string) => readonly RuleText[]
  readonly policiesFor: (table: string) => readonly PolicyText[]
}

/** Input as JSON gave it; every operation reads the fields that its caller in engine/glide/ sends. */
export interface Question {
  readonly [field: string]: unknown
}

export type HostOperation = (desk: HostDesk, question: Question) => unknown

export const text = (question: Question, field: string): string => {
  const value = question[field]
  return typeof value === 'string' ? value : ''
}
export const row = (question: Question, field: string): Row | undefined => {
  const value = question[field]
  return typeof value === 'object' && value !== null ? (value as Row) : undefined
}

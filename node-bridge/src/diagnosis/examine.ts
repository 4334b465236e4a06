import { type DiagnosisStep, ERROR_CODES } from '@accord/shared/protocol'
import type { DiagnosisResult } from '@accord/shared/schemas'

import { isRefusal, Refusal } from '../refusals/refusal.ts'

/** What a step has found, without its name and its time. */
export type Outcome = Omit<DiagnosisResult, 'step' | 'durationMs'>

const NOTHING_TO_DO = { remedy: null, responsible: null, problem: null } as const
export const ok = (detail: string): Outcome => ({ result: 'ok', detail, ...NOTHING_TO_DO })
export const skipped = (detail: string): Outcome => ({ result: 'skipped', detail, ...NOTHING_TO_DO })
export const warning = (detail: string, remedy: string, responsible: string): Outcome => ({
  result: 'warning',
  detail,
  remedy,
  responsible,
  problem: null,
})
export const failed = ({ code, message }: Refusal): Outcome => {
  const { title, remedy, responsible } = ERROR_CODES[code]
  return { result: 'failed', detail: message === remedy ? `${title}.` : message, remedy, responsible, problem: code }
}

/** However the other side behaves, a step ends: a stage fits into the timeout of the instance that asks. */
const STEP_TIMEOUT_MS = 12_000

/** Runs one step against the clock; a refusal is its outcome, anything else that is thrown is a defect. */
export async function examine(step: DiagnosisStep, work: () => Promise<Outcome>): Promise<DiagnosisResult> {
  const startedAt = performance.now()
  const outcome = await withinTimeout(work).catch((error: unknown) => {
    if (isRefusal(error)) return failed(error)
    throw error
  })
  return { step, durationMs: Math.round(performance.now() - startedAt), ...outcome }
}

async function withinTimeout(work: () => Promise<Outcome>): Promise<Outcome> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Refusal('timed_out')), STEP_TIMEOUT_MS)
  })
  return Promise.race([work(), late]).finally(() => clearTimeout(timer))
}

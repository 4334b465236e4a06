import { z } from 'zod'
import { DIAGNOSIS_STAGES } from '../protocol/index.js'
import { Id, IsoTime, Label } from './primitives.js'

/** `stage`: only this one of DIAGNOSIS_STAGES; all of them, in order, when absent. */
export const DiagnoseRequest = z.strictObject({
  stage: z
    .int()
    .min(0)
    .max(DIAGNOSIS_STAGES.length - 1)
    .optional(),
  actor: Label,
})
export type DiagnoseRequest = z.infer<typeof DiagnoseRequest>

/** `problem`: code of the catalogue for a step that failed. `remedy` and `responsible` are null where nothing is to be done. */
export const DiagnosisResult = z.object({
  step: z.enum(DIAGNOSIS_STAGES.flat()),
  result: z.enum(['ok', 'warning', 'failed', 'skipped']),
  durationMs: z.int().min(0),
  detail: z.string(),
  remedy: z.string().nullable(),
  responsible: z.string().nullable(),
  problem: z.string().nullable(),
})
export type DiagnosisResult = z.infer<typeof DiagnosisResult>

export const ConnectionDiagnosis = z.object({ connectionId: Id, at: IsoTime, results: z.array(DiagnosisResult) })
export type ConnectionDiagnosis = z.infer<typeof ConnectionDiagnosis>

/**
 * The steps by which a connection is examined, in the order in which they build on each other. A stage is asked in one
 * call, so that a page can show the results as they come.
 */
export const DIAGNOSIS_STAGES = [
  ['name'],
  ['tls'],
  ['discovery', 'identity', 'clock', 'version'],
  ['contact', 'peer'],
] as const

export type DiagnosisStep = (typeof DIAGNOSIS_STAGES)[number][number]

/** After one of these has failed nothing behind it can be known. */
export const DIAGNOSIS_GATES: readonly DiagnosisStep[] = ['name', 'tls', 'discovery']

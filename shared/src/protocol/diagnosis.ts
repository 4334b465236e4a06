/**
 * The steps by which a connection is examined, in the order in which they build on each other. A stage is asked in one
 * call, so that a page can show the results as they come.
 */
export const DIAGNOSIS_STAGES = [
  ['name'],
  ['tls'],
  ['discovery', 'identity', 'clock', 'version'],
  ['contact', 'peer'],
  ['rows'],
] as const

export type DiagnosisStep = (typeof DIAGNOSIS_STAGES)[number][number]

/** After one of these has failed nothing behind it can be known of the other side. */
const GATES: readonly DiagnosisStep[] = ['name', 'tls', 'discovery']
/** Between the node and its own instance: the other side has no part in it. */
const OWN_STAGE = 4

/** The step that failed, so that this stage cannot be examined. */
export const closedGateOf = (
  stage: number,
  results: readonly { readonly step: DiagnosisStep; readonly result: string }[],
): DiagnosisStep | undefined => {
  if (stage === OWN_STAGE) return undefined
  const closed = results.filter(({ step, result }) => result === 'failed' && GATES.indexOf(step) >= 0)
  return closed[0] && closed[0].step
}

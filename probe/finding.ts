export type Outcome = 'confirmed' | 'refuted' | 'unknown'

/** What one look at the instance says about one sentence. */
export interface Finding {
  readonly outcome: Outcome
  readonly saw: string
}

const text = (facts: unknown): string => (typeof facts === 'string' ? facts : JSON.stringify(facts))

export const finds = (holds: boolean, facts: unknown): Finding => ({
  outcome: holds ? 'confirmed' : 'refuted',
  saw: text(facts),
})

/** Nothing can be said from this instance, and why. */
export const unknown = (why: unknown): Finding => ({ outcome: 'unknown', saw: text(why) })

/** One refuted sentence refutes its row; without all of them it is not confirmed. */
export function outcomeOf(findings: readonly Finding[]): Outcome {
  if (findings.some(({ outcome }) => outcome === 'refuted')) return 'refuted'
  return findings.length > 0 && findings.every(({ outcome }) => outcome === 'confirmed') ? 'confirmed' : 'unknown'
}

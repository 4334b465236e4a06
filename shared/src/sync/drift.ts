/**
 * Why two records of a pair are not equal, as a check has found it. `different`: values, or what one side was not sent. `missing`: one of the
 * two records, or the pair at the other side. `moving`: it is on its way, or waits for a person, and cannot be compared now.
 */
export const DRIFT_VERDICTS = ['different', 'missing', 'moving'] as const
export type DriftVerdict = (typeof DRIFT_VERDICTS)[number]

import type { RefusedRedeem } from '@accord/shared/schemas'

/** Who holds the code and was refused, one fact for each key; what to do stands in the log's entry. */
export const refusedDetails = (refused: readonly RefusedRedeem[]): Readonly<Record<string, string>> =>
  Object.fromEntries(refused.map((entry, place) => [`Refused ${place + 1}`, describe(entry)]))

function describe({ code, count, lastAt, keyFingerprint, isPeer, name, instanceUid }: RefusedRedeem): string {
  const what = `${count} × ${code}, last ${lastAt}`
  if (keyFingerprint === null) return `${what}, by further keys`
  const whose = isPeer ? ', the key of the other side' : ''
  return `${what}, by key ${keyFingerprint}${whose}, which calls itself “${name}”, instance ${instanceUid}`
}

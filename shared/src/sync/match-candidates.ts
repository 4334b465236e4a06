/** A record that may be the half of a pair, by what people call it; `hash`: of the values that a rule compares. */
export interface Candidate {
  readonly key: string
  readonly hash: string
}

/** `doubled`: more than one record of a side has the same values, so that nobody knows which is meant. */
export interface MatchedCandidates {
  readonly pairs: readonly { readonly here: string; readonly there: string }[]
  readonly doubled: readonly { readonly here: readonly string[]; readonly there: readonly string[] }[]
  readonly onlyHere: readonly string[]
  readonly onlyThere: readonly string[]
}

/** Which records of both sides belong together: those with the same values, where each side has exactly one. */
export function matchCandidates(here: readonly Candidate[], there: readonly Candidate[]): MatchedCandidates {
  const [ours, theirs] = [byHash(here), byHash(there)]
  const pairs: { here: string; there: string }[] = []
  const doubled: { here: readonly string[]; there: readonly string[] }[] = []
  const onlyHere: string[] = []
  for (const [hash, keys] of ours) {
    const others = theirs.get(hash)
    if (!others) onlyHere.push(...keys)
    else if (keys.length === 1 && others.length === 1) pairs.push({ here: keys[0] ?? '', there: others[0] ?? '' })
    else doubled.push({ here: keys, there: others })
  }
  const onlyThere = [...theirs].flatMap(([hash, keys]) => (ours.has(hash) ? [] : keys))
  return { pairs, doubled, onlyHere, onlyThere }
}

function byHash(candidates: readonly Candidate[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const { key, hash } of candidates) {
    const keys = found.get(hash)
    if (keys) keys.push(key)
    else found.set(hash, [key])
  }
  return found
}

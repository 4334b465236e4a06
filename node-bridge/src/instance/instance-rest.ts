/** The time until which the instance is not called (Retry-After), and the answer that asked for it. */
export interface RestOf {
  readonly until: Date
  readonly error: string
}

export interface Rest {
  /** Undefined where the instance has not asked for a pause. */
  of(instanceUrl: string): RestOf | undefined
  begin(instanceUrl: string, rest: RestOf): void
}

/** An instance that asked to be left alone is asked by no callback of this node's process, whichever got the answer. */
export function createRest(): Rest {
  let current: (RestOf & { readonly url: string }) | undefined
  return {
    of: (url) => (current?.url === url ? current : undefined),
    // Calls that were under way together may be answered with different times: the longest holds.
    begin: (url, rest) => {
      if (current?.url !== url || current.until < rest.until) current = { url, ...rest }
    },
  }
}

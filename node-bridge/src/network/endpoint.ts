import { OPERATIONS, type OperationId } from '@accord/shared/contracts'
import { pathOf, PLAIN_URL } from '@accord/shared/protocol'

import { refuse } from './url-guard.ts'

/** URL of an operation at the node whose configured public URL is `baseUrl` (with or without a final slash). */
export const endpointOf = (
  baseUrl: string,
  operation: OperationId,
  params: Readonly<Record<string, string>> = {},
): string => {
  // Kept before this was checked when it came: what stands behind a `#` or `?` of it would choose our path.
  if (!PLAIN_URL.test(baseUrl)) throw refuse('syntax')
  return baseUrl.replace(/\/+$/u, '') + pathOf(OPERATIONS[operation].path, params)
}

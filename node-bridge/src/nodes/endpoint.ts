import { OPERATIONS, pathOf, type OperationId } from '@accord/shared/protocol'

/** URL of an operation at the node whose configured public URL is `baseUrl` (with or without a final slash). */
export const endpointOf = (
  baseUrl: string,
  operation: OperationId,
  params: Readonly<Record<string, string>> = {},
): string => baseUrl.replace(/\/+$/u, '') + pathOf(OPERATIONS[operation].path, params)

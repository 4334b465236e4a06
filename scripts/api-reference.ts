import { createMarkdownFromOpenApi } from '@scalar/openapi-to-markdown'

import { createOpenApi } from '../node-bridge/src/http/openapi.ts'

interface Described {
  readonly paths: Record<string, Record<string, { responses: Record<string, { content?: unknown }> }>>
  servers?: unknown
}

/** The renderer makes them up from the schema: empty texts under names that stand above already. */
const EMPTY_EXAMPLE = /^ *\*\*Example:\*\*\n\n *```json\n[\s\S]*?\n *```\n\n/gmu

/** A format says it shorter than its pattern. */
const withoutKnownPatterns = (_name: string, value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || !('pattern' in value && 'format' in value)) return value
  const { pattern: _, ...rest } = value
  return rest
}

/**
 * `docs/api.md`: the OpenAPI document of the node as Markdown. All refusals have the same body (PROTOCOL.md §8), so only
 * their codes stand at each call; schemas stand where they are used and not once more at the end.
 */
export async function createApiReference(): Promise<string> {
  const document = createOpenApi('https://node.example') as unknown as Described
  delete document.servers
  for (const call of Object.values(document.paths).flatMap((methods) => Object.values(methods)))
    for (const [status, response] of Object.entries(call.responses)) if (/^[45]/u.test(status)) delete response.content
  const text = await createMarkdownFromOpenApi(JSON.stringify(document, withoutKnownPatterns))
  const [calls = ''] = text.replaceAll(EMPTY_EXAMPLE, '').split(/^## Schemas$/mu)
  return `${calls.replace('## Operations', 'Refusals are `application/problem+json` with the code, a text, who acts and what that person does.\n\n## Operations').trimEnd()}\n`
}

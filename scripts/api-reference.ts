import { createMarkdownFromOpenApi } from '@scalar/openapi-to-markdown'

import { createOpenApi } from '../node-bridge/src/http/openapi.ts'

interface Described {
  readonly paths: Record<string, Record<string, { responses: Record<string, { content?: unknown }> }>>
  servers?: unknown
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
  const text = await createMarkdownFromOpenApi(JSON.stringify(document))
  const [calls = ''] = text.split(/^## Schemas$/mu)
  return `${calls.replace('## Operations', 'Refusals are `application/problem+json` with the code, a text, who acts and what that person does.\n\n## Operations').trimEnd()}\n`
}

import { createMarkdownFromOpenApi } from '@scalar/openapi-to-markdown'

import { createOpenApi } from '../node-bridge/src/http/openapi.ts'
import { formatDocument } from './format-document.ts'

export const API_REFERENCE = new URL('../docs/api.md', import.meta.url)

interface Described {
  readonly paths: Record<string, Record<string, { responses: Record<string, { content?: unknown }> }>>
  servers?: unknown
}

/** The renderer makes them up from the schema: empty texts under names that stand above already. */
const EMPTY_EXAMPLE = /^ *\*\*Example:\*\*\n\n *```json\n[\s\S]*?\n *```\n\n/gmu

/** What the renderer says at each call though it stands above, is the same for all, or is for generators of code. */
const SHORTER: readonly (readonly [RegExp, string])[] = [
  [/^ *```\n *\{\n(?:.*\n)*? *\}\n *```\n/gmu, ''],
  [/\n *\*\*Additional properties:\*\*\n\n *never \(false schema\)\n/gu, ''],
  [/(- \*\*`\w+`(?: \(required\))?\*\*)\n\n +/gu, '$1 '],
  [/^- \*\*Operation ID:\*\*.*\n/gmu, ''],
  [/, schema: `\w+`|^schema: `\w+`\n\n/gmu, ''],
  [/^#+ Content-Type: application\/json\n\n|^\*\*Required:\*\* `true`\n\n/gmu, ''],
]

/** `##### Status: 401 unauthenticated, clock_skew`: the catalogue of PROTOCOL.md §7 has their texts. */
const refusalCodes = (line: string): string =>
  line.replaceAll(/ (\w+): .*?(?=\. \w+: |$)\.?/gu, ' $1,').replace(/,$/u, '')

/** A format says it shorter than its pattern. */
const withoutKnownPatterns = (_name: string, value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || !('pattern' in value && 'format' in value)) return value
  const { pattern: _, ...rest } = value
  return rest
}

const shorter = (text: string): string =>
  SHORTER.reduce((whole, [pattern, short]) => whole.replaceAll(pattern, short), text).replaceAll(
    /^##### Status: [45].*$/gmu,
    (line) => line.replace(/(?<=Status: \d+ ).*$/u, (said) => refusalCodes(` ${said}`).trim()),
  )

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
  const [calls = ''] = shorter(text.replaceAll(EMPTY_EXAMPLE, '')).split(/^## Schemas$/mu)
  return formatDocument(
    API_REFERENCE,
    calls.replace(
      '## Operations',
      'Refusals are `application/problem+json` with the code, a text, who acts and what that person does.\n\n## Operations',
    ),
  )
}

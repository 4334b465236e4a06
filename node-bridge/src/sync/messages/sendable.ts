import type { Replica } from '@accord/shared/schemas'

import { NOT_JSON, parseStrictJson } from '../../jws/strict-json.ts'
import type { MessageContent } from '../pairs/message-content.ts'

/** Members of a replica and of its `customKeys`, each as it lies inside a message. */
function partsOf({ customKeys, ...members }: Replica): (readonly [string, object])[] {
  const own = Object.entries(members).map(([name, value]) => [name, { replica: { [name]: value } }] as const)
  const inside = Object.entries(customKeys).map(
    ([name, value]) => [`customKeys.${name}`, { replica: { customKeys: { [name]: value } } }] as const,
  )
  return [...own, ...inside]
}

/** The first part that the other side could not read: nested too deep, or with a name that nobody takes (PROTOCOL.md §2.7). */
export function unreadableIn(content: MessageContent): string | undefined {
  if (!('replica' in content)) return undefined
  return partsOf(content.replica).find(
    ([, part]) => parseStrictJson(Buffer.from(JSON.stringify(part))) === NOT_JSON,
  )?.[0]
}

/** The largest part, for a person who has to make it smaller. */
export function largestIn(content: MessageContent): string {
  if (!('replica' in content)) return '/'
  const parts = [
    ...partsOf(content.replica),
    ['files', content.files] as const,
    ['comments', content.comments] as const,
  ]
  const sizes = parts.map(([name, part]) => [name, JSON.stringify(part).length] as const)
  const [largest = ''] = sizes.toSorted(([, left], [, right]) => right - left)[0] ?? []
  return `/${largest.replaceAll('.', '/')}`
}

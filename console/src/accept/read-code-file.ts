import { encodingOf } from '@accord/shared/protocol'

/** What the node takes at most; a larger file is no invitation. In UTF-16 each letter has two bytes. */
const MAX_CHARACTERS = 65_536

/** The text of a file in UTF-8 or UTF-16, or undefined when it is too large. */
export async function readCodeFile(file: Blob): Promise<string | undefined> {
  if (file.size > 2 * MAX_CHARACTERS + 2) return undefined
  const bytes = new Uint8Array(await file.arrayBuffer())
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes)
  return text.length > MAX_CHARACTERS ? undefined : text
}

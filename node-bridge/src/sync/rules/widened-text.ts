import type { SyncComment } from '@accord/shared/schemas'

/** Shorter texts are said by chance; whose entry they were is known by its id alone. */
const TELLING_CHARS = 12

/** Line breaks and indents that a script has changed hide nothing. */
const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim()

export function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : []
}

const joined = (values: readonly unknown[]): string => textsIn(values).map(plain).join('\0')

/**
 * The internal entry whose words stand in what customers will read, whichever way a script brought them there. What stands in
 * `open`, which they may read anyway, is no secret.
 */
export function findWidenedText(
  entries: readonly SyncComment[],
  { open, made }: { readonly open: readonly unknown[]; readonly made: readonly unknown[] },
): SyncComment | undefined {
  const secrets = entries
    .filter(({ internal }) => internal)
    .map((entry) => ({ entry, words: plain(entry.body) }))
    .filter(({ words }) => words.length >= TELLING_CHARS)
  if (secrets.length === 0) return undefined
  const [known, shown] = [joined(open), joined(made)]
  return secrets.find(({ words }) => shown.includes(words) && !known.includes(words))?.entry
}

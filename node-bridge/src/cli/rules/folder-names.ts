/** Of a connection, in `connections/`. Small letters alone: some file systems take `Acme` and `acme` for one. */
export const FOLDER_NAME = /^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$/u

const LONGEST = 60
/** Names that Windows keeps for itself. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/u

interface Named {
  readonly id: string
  readonly name: string
}

/**
 * A folder for each connection. `known`: those that have one keep it, whatever they are called by now. Others get the letters and
 * digits of their name; where two would share one, or nothing is left of the name, a part of the id stands behind it.
 */
export function nameFolders(
  connections: readonly Named[],
  known: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const taken = new Set(known.values())
  const counts = new Map<string, number>()
  for (const { name } of connections) counts.set(lettersOf(name), (counts.get(lettersOf(name)) ?? 0) + 1)
  const named = new Map(known)
  for (const { id, name } of connections.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    if (named.has(id)) continue
    const letters = lettersOf(name)
    const isItsOwn = letters !== '' && !RESERVED.test(letters) && counts.get(letters) === 1 && !taken.has(letters)
    const short = `${letters || 'connection'}-${id.slice(0, 8)}`
    const folder = [letters, short, `connection-${id}`].find((each, at) => !taken.has(each) && (at > 0 || isItsOwn))
    if (folder === undefined) continue
    named.set(id, folder)
    taken.add(folder)
  }
  return named
}

/** `Müller & Söhne ⇄ ACME` → `muller-sohne-acme`. */
const lettersOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replaceAll(/^-+|-+$/g, '')

import type { Hashes, Path, SomeHashes, StateHashes, SentHashes } from './sync-pair.ts'

/** What stands there, or null for nothing: an absent path is a value like another. */
export const at = (hashes: SomeHashes, name: string): string | null => hashes[name] ?? null

export const has = (hashes: object, name: string): boolean => Object.hasOwn(hashes, name)

/** Names that stand in either. */
export const namesOf = (left: object, right: object): string[] => [
  ...new Set([...Object.keys(left), ...Object.keys(right)]),
]

/** Paths that differ, present or absent, in a fixed order. */
export const differing = (left: Hashes, right: Hashes): Path[] =>
  namesOf(left, right)
    .filter((path) => at(left, path) !== at(right, path))
    .toSorted()

/** `hashes` with these put in; null takes one out. */
export function withHashes(hashes: Hashes, some: SomeHashes): Hashes {
  const merged = { ...hashes, ...some }
  return Object.fromEntries(Object.entries(merged).filter((entry): entry is [string, string] => entry[1] !== null))
}

export const withState = (known: StateHashes, { paths, comments, files }: SentHashes): StateHashes => ({
  paths: withHashes(known.paths, paths),
  comments: { ...known.comments, ...comments },
  files: { ...known.files, ...files },
})

export const pick = (hashes: Hashes, names: readonly string[]): SomeHashes =>
  Object.fromEntries(names.map((name) => [name, at(hashes, name)]))

export const without = <T>(entries: Readonly<Record<string, T>>, gone: (name: string, value: T) => boolean) =>
  Object.fromEntries(Object.entries(entries).filter(([name, value]) => !gone(name, value)))

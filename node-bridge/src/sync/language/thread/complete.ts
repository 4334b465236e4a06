import ts from 'typescript'

import type { Completion, Completions } from '../messages.ts'
import { explained } from './explained.ts'
import { type Opened, plain } from './opened.ts'

const MOST = 200
/** What each costs is small, and most lists are shorter than this. */
const MOST_DESCRIBED = 80

/** Words of the library that a script cannot use, or should not: there is no clock, no page and no console in the sandbox. */
const NEVER = new Set([
  'globalThis',
  'eval',
  'Atomics',
  'SharedArrayBuffer',
  'FinalizationRegistry',
  'WeakRef',
  'escape',
  'unescape',
])

/** What may stand at this place. */
export function complete(opened: Opened, offset: number): Completions {
  const { service, file, source } = opened
  const found = service.getCompletionsAtPosition(file, offset, { includeCompletionsWithInsertText: false })
  const from = found?.optionalReplacementSpan?.start ?? wordBefore(source.text, offset)
  const entries = (found?.entries ?? [])
    .filter(({ name, kind }) => !NEVER.has(name) && kind !== ts.ScriptElementKind.warning)
    .toSorted((one, other) => compare(one.sortText, other.sortText) || compare(one.name, other.name))
    .slice(0, MOST)
  return {
    from,
    options: entries.map((entry, at) => ({ ...describe(opened, offset, entry, at), kind: entry.kind })),
  }
}

function describe(
  { service, file, language }: Opened,
  offset: number,
  { name, source, data }: ts.CompletionEntry,
  at: number,
): Omit<Completion, 'kind'> {
  if (at >= MOST_DESCRIBED) return { label: name, detail: '', documentation: '', example: '' }
  const details = service.getCompletionEntryDetails(file, offset, name, {}, source, {}, data)
  return {
    label: name,
    detail: plain(ts.displayPartsToString(details?.displayParts)).slice(0, 300),
    ...explained(language, details?.documentation, details?.tags),
  }
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

function wordBefore(text: string, offset: number): number {
  let from = offset
  while (from > 0 && /[\p{L}\p{N}_$]/u.test(text[from - 1] ?? '')) from--
  return from
}

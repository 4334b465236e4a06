import type { Replica } from '@accord/shared/schemas'

import { escaped } from '../pairs/hash-state.ts'
import type { Path } from '../pairs/sync-pair.ts'

/**
 * The other side's replica with our own values at the paths where ours stand: a script that does not ask what has changed, or
 * that runs for the first time, writes what is there already. `ours`: our record as our outgoing rules tell it.
 */
export function withOurs(theirs: Replica, ours: Replica, kept: readonly Path[]): Replica {
  const { customKeys, ...members } = theirs
  const { customKeys: ownKeys, ...own } = ours
  const paths = new Set(kept)
  return {
    ...mixed(members, own, paths, '/'),
    customKeys: mixed(customKeys, ownKeys, paths, '/customKeys/'),
  } as Replica
}

function mixed(theirs: object, ours: object, kept: ReadonlySet<Path>, prefix: string): object {
  const names = new Set([...Object.keys(theirs), ...Object.keys(ours)])
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const from: Readonly<Record<string, unknown>> = kept.has(prefix + escaped(name)) ? { ...ours } : { ...theirs }
      return from[name] === undefined ? [] : [[name, from[name]]]
    }),
  )
}

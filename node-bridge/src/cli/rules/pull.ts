import type { NodeClient } from '../node-client.ts'
import type { RulesFolder } from './folder.ts'
import { nameFolders } from './folder-names.ts'
import { type Entry, hashOfTrigger, readManifest, scriptFile, sha256Of, writeManifest } from './manifest.ts'
import { connectionsOf, type Direction, DIRECTIONS, type NodeSide, readNodeSide } from './node-side.ts'
import { writeStaticFiles } from './static-files.ts'

/**
 * What became of one thing that was pulled. `edited`: changed here, and nowhere else, so that it stays; `conflict`: changed here
 * and published by somebody else, so that it stays as well, and so does what it is based on.
 */
export type PullOutcome = 'brought' | 'same' | 'edited' | 'conflict'

export interface PulledPart {
  readonly file: string
  readonly part: Direction | 'trigger'
  readonly outcome: PullOutcome
}

export interface Pulled {
  readonly parts: readonly PulledPart[]
  /** Connections for which nothing was published yet, and which nobody has named. */
  readonly unconfigured: readonly string[]
  readonly areTablesKnown: boolean
}

/** Brings what is published into the folder. `isForced`: also over what was changed here. */
export async function pullRules(
  node: NodeClient,
  folder: RulesFolder,
  { named, isForced }: { readonly named: readonly string[]; readonly isForced: boolean },
): Promise<Pulled> {
  const before = await readManifest(folder)
  const sides = await sidesOf(node, named)
  const published = sides.filter(({ isPublished }) => isPublished || named.length > 0)
  const known = new Map(Object.entries(before).map(([name, { connectionId }]) => [connectionId, name]))
  const folders = nameFolders(
    published.map(({ connectionId, name }) => ({ id: connectionId, name })),
    known,
  )
  const types = await node.call('readScriptTypes')
  await writeStaticFiles(folder, types)
  const entries: Record<string, Entry> = { ...before }
  const parts: PulledPart[] = []
  for (const side of published) {
    const name = folders.get(side.connectionId)
    if (name === undefined) continue
    const pulled = await pullOne(folder, name, side, { entry: before[name], isForced })
    entries[name] = pulled.entry
    parts.push(...pulled.parts)
  }
  await writeManifest(folder, entries)
  return {
    parts,
    unconfigured: sides.filter((side) => !published.includes(side)).map(({ name }) => name),
    areTablesKnown: types.tables !== null,
  }
}

async function sidesOf(node: NodeClient, named: readonly string[]): Promise<readonly NodeSide[]> {
  const sides: NodeSide[] = []
  for (const connection of await connectionsOf(node, named)) sides.push(await readNodeSide(node, connection))
  return sides
}

interface Before {
  /** Undefined where it was never pulled, or holds another table by now. */
  readonly entry: Entry | undefined
  readonly isForced: boolean
}

async function pullOne(folder: RulesFolder, name: string, side: NodeSide, { entry: pulled, isForced }: Before) {
  const entry = pulled?.table === side.table ? pulled : undefined
  const basedOn = { ...side.basedOn }
  const parts: PulledPart[] = []
  for (const direction of DIRECTIONS) {
    const file = scriptFile(name, side, direction)
    const here = await folder.read(file)
    const outcome = outcomeOf({
      here: here === undefined ? undefined : sha256Of(here),
      there: side.basedOn[direction].sha256,
      base: entry?.basedOn[direction].sha256,
      isForced,
    })
    if (outcome === 'brought') await folder.write(file, side.scripts[direction])
    if (outcome === 'conflict' && entry) basedOn[direction] = entry.basedOn[direction]
    parts.push({ file, part: direction, outcome })
  }
  const outcome = outcomeOf({
    here: entry && hashOfTrigger(entry),
    there: side.basedOn.trigger,
    base: entry?.basedOn.trigger,
    isForced,
  })
  if (outcome === 'conflict' && entry) basedOn.trigger = entry.basedOn.trigger
  parts.push({ file: `triggers.json: ${name}`, part: 'trigger', outcome })
  const keeps = outcome === 'edited' || outcome === 'conflict'
  const { query, isActive, history, notes, mayWiden } = (keeps ? entry : undefined) ?? side.trigger
  const { connectionId, table } = side
  return { entry: { connectionId, name: side.name, table, query, isActive, history, notes, mayWiden, basedOn }, parts }
}

interface Three {
  readonly here: string | undefined
  readonly there: string
  readonly base: string | undefined
  readonly isForced: boolean
}

/** Of three hashes: what stands here, what is published, and what was published when this was pulled. */
export function outcomeOf({ here, there, base, isForced }: Three): PullOutcome {
  if (here === there) return 'same'
  if (here === undefined || isForced || here === base) return 'brought'
  return base === there ? 'edited' : 'conflict'
}

import type { PublishSyncRequest, ScriptFault } from '@accord/shared/schemas'

import type { NodeClient } from '../node-client.ts'
import { RefusedError } from '../command.ts'
import { asLines, type RulesFolder } from './folder.ts'
import { countChanges, diffLines } from './line-diff.ts'
import { type Entry, hashOfTrigger, scriptFile } from './manifest.ts'
import { type Direction, DIRECTIONS, type NodeSide, readNodeSide } from './node-side.ts'

export interface ScriptChange {
  readonly part: Direction
  readonly file: string
  readonly added: number
  readonly removed: number
  readonly lines: readonly string[]
}

export interface TriggerChange {
  readonly part: 'trigger'
  readonly lines: readonly string[]
}

export interface Pushed {
  readonly folder: string
  readonly entry: Entry
  readonly side: NodeSide
  readonly changes: readonly (ScriptChange | TriggerChange)[]
  /** Who has published what since this was pulled, in a sentence each: publishing would undo it. */
  readonly lost: readonly string[]
}

/** What would change at the node, and what would be lost there. */
export async function compareWithNode(
  node: NodeClient,
  folder: RulesFolder,
  [name, entry]: readonly [string, Entry],
): Promise<Pushed> {
  const side = await readNodeSide(node, { id: entry.connectionId, name: entry.name })
  if (side.table !== entry.table)
    throw new RefusedError(
      `${name}: the node has rules of ${side.table} now, this folder of ${entry.table}. Run accord rules pull.`,
    )
  const changes: (ScriptChange | TriggerChange)[] = []
  for (const direction of DIRECTIONS) {
    const file = scriptFile(name, entry, direction)
    const lines = diffLines(side.isPublished ? side.scripts[direction] : '', await textOf(folder, file))
    if (lines.length > 0) changes.push({ part: direction, file, lines, ...countChanges(lines) })
  }
  const lines = triggerLines(side, entry)
  if (lines.length > 0) changes.push({ part: 'trigger', lines })
  return { folder: name, entry, side, changes, lost: lostBy(side, entry, changes) }
}

/** Throws `RefusedError` where it is not there: half a configuration is none. */
async function textOf(folder: RulesFolder, file: string): Promise<string> {
  const text = await folder.read(file)
  if (text === undefined) throw new RefusedError(`${file} is not there.`)
  return text
}

const TRIGGER_PARTS = ['query', 'isActive', 'history', 'notes', 'mayWiden'] as const

const triggerLines = ({ trigger, isPublished }: NodeSide, entry: Entry): readonly string[] =>
  TRIGGER_PARTS.flatMap((part) => {
    const [before, after] = [trigger[part], entry[part]].map((value) => `${part}: ${JSON.stringify(value)}`)
    if (!isPublished) return [`+${after}`]
    return before === after ? [] : [`-${before}`, `+${after}`]
  })

/** What is equal by now is lost by nobody, whoever has published it. */
function lostBy({ configuration, basedOn }: NodeSide, entry: Entry, changes: Pushed['changes']): readonly string[] {
  const lost = DIRECTIONS.flatMap((direction) => {
    const published = configuration[direction]
    const pulled = entry.basedOn[direction].version
    if (!published || published.version === pulled || !changes.some(({ part }) => part === direction)) return []
    const { version, publishedBy, publishedAt } = published
    return [
      `${publishedBy} has published version ${version} of the ${direction} script on ${publishedAt}; this folder has ${pulled === 0 ? 'none' : `version ${pulled}`}.`,
    ]
  })
  const { trigger } = configuration
  if (trigger && basedOn.trigger !== entry.basedOn.trigger && changes.some(({ part }) => part === 'trigger'))
    lost.push(`${trigger.changedBy} has changed the condition on ${trigger.changedAt}.`)
  return lost
}

/** What the node would be asked to publish. A script that only differs in its line ends is sent as the node has it. */
export async function publicationOf(
  folder: RulesFolder,
  { folder: name, entry, side: { configuration } }: Pushed,
): Promise<Omit<PublishSyncRequest, 'actor' | 'note'>> {
  const sources = await Promise.all(
    DIRECTIONS.map(async (direction) => {
      const text = await textOf(folder, scriptFile(name, entry, direction))
      const published = configuration[direction]?.source
      return published !== undefined && asLines(published) === text ? published : text
    }),
  )
  const { table, query, isActive, history, notes, mayWiden } = entry
  const [outgoing = '', incoming = ''] = sources
  return {
    table,
    outgoing,
    incoming,
    mayWiden,
    trigger: { query, isActive, history, notes },
    basedOn: { outgoing: configuration.outgoing?.version ?? 0, incoming: configuration.incoming?.version ?? 0 },
    // Whoever writes on the page goes on with what is there.
    draft: null,
  }
}

/** `connections/acme/incident.outgoing.ts:12:5: field_unknown: …`, as editors and CI find a place by. */
export const placedFault = (name: string, entry: Pick<Entry, 'table'>, fault: ScriptFault): string => {
  const { direction, code, message, line, column } = fault
  const place = [scriptFile(name, entry, direction), line, column].filter((part) => part !== null).join(':')
  return `${place}: ${code}: ${message}`
}

/** What the folder is based on, once the node has what stands here. */
export const basedOnNode = (entry: Entry, { basedOn, name }: NodeSide): Entry => ({
  ...entry,
  name,
  basedOn: { ...basedOn, trigger: hashOfTrigger(entry) },
})

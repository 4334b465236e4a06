import type { ConnectionSnapshot, SyncConfiguration } from '@accord/shared/schemas'

import { RefusedError } from '../command.ts'
import { eachPage } from '../each-page.ts'
import { findConnectionId } from '../find-connection.ts'
import type { NodeClient } from '../node-client.ts'
import { asLines } from './folder.ts'
import { type Entry, hashOfTrigger, sha256Of, type Trigger } from './manifest.ts'

export const DIRECTIONS = ['outgoing', 'incoming'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** What the node has of a connection, with the line ends of a folder. */
export interface NodeSide {
  readonly connectionId: string
  readonly name: string
  readonly table: string
  readonly scripts: Readonly<Record<Direction, string>>
  readonly trigger: Trigger
  readonly basedOn: Entry['basedOn']
  readonly isPublished: boolean
  /** As it came. */
  readonly configuration: SyncConfiguration
}

export async function readNodeSide(
  node: NodeClient,
  { id, name }: Pick<ConnectionSnapshot, 'id' | 'name'>,
): Promise<NodeSide> {
  const configuration = await node.call('readSyncConfiguration', { params: { connectionId: id } })
  return nodeSideOf(configuration, name)
}

export function nodeSideOf(configuration: SyncConfiguration, name: string): NodeSide {
  const { table, template, outgoing, incoming, trigger } = configuration
  const scripts = {
    outgoing: asLines(outgoing?.source ?? template.outgoing),
    incoming: asLines(incoming?.source ?? template.incoming),
  }
  const mayWiden = (outgoing?.mayWiden ?? false) || (incoming?.mayWiden ?? false)
  const begun = { query: template.query, isActive: true, history: 'visible' as const, notes: '' }
  const { query, isActive, history, notes } = trigger ?? begun
  const of = { query, isActive, history, notes, mayWiden }
  return {
    connectionId: configuration.connectionId,
    name,
    table,
    scripts,
    trigger: of,
    basedOn: {
      outgoing: { version: outgoing?.version ?? 0, sha256: sha256Of(scripts.outgoing) },
      incoming: { version: incoming?.version ?? 0, sha256: sha256Of(scripts.incoming) },
      trigger: hashOfTrigger(of),
    },
    isPublished: outgoing !== null || incoming !== null,
    configuration,
  }
}

/** Those that are named, or all that could keep pairs. */
export async function connectionsOf(
  node: NodeClient,
  named: readonly string[],
): Promise<readonly Pick<ConnectionSnapshot, 'id' | 'name'>[]> {
  if (named.length === 0) {
    const all: ConnectionSnapshot[] = []
    for await (const page of eachPage(node, { group: 'active' })) all.push(...page)
    return all
  }
  const ids = await Promise.all(named.map((each) => findConnectionId(node, each)))
  const read = [...new Set(ids)].map(async (connectionId) => {
    const { connection } = await node.call('readConnection', { params: { connectionId } })
    return connection
  })
  return Promise.all(read)
}

/** The folders that are meant: by the name of the folder, of the connection, or its id. Throws where one is not there. */
export function foldersOf(
  connections: Readonly<Record<string, Entry>>,
  named: readonly string[],
): readonly (readonly [string, Entry])[] {
  const all = Object.entries(connections)
  if (all.length === 0) throw new RefusedError('There are no rules in this folder: accord rules pull brings them.')
  if (named.length === 0) return all
  return named.map((word) => {
    const found = all.filter(([folder, { name, connectionId }]) => [folder, name, connectionId].includes(word))
    const [only] = found
    if (!only) throw new RefusedError(`This folder has no connection "${word}": accord rules pull "${word}" brings it.`)
    if (found.length > 1) throw new RefusedError(`Several connections are called "${word}": name one by its folder.`)
    return only
  })
}

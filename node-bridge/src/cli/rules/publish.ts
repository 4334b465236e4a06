import type { BeginCanaryRequest } from '@accord/shared/schemas'

import { RefusedError } from '../command.ts'
import type { NodeClient } from '../node-client.ts'
import type { RulesFolder } from './folder.ts'
import { type Connections, type Entry, writeManifest } from './manifest.ts'
import { DIRECTIONS, nodeSideOf } from './node-side.ts'
import { basedOnNode, compareWithNode, placedFault, publicationOf, type Pushed } from './push.ts'
import { type Shadowed, shadowRules } from './shadow.ts'

export interface Checked {
  readonly pushed: Pushed
  /** Why this is not published, a sentence each. */
  readonly obstacles: readonly string[]
  readonly shadowed?: Shadowed
}

/** `tries`: on the newest pairs as well. `isMeant`: what is found there is no obstacle. */
export async function checkPush(
  node: NodeClient,
  folder: RulesFolder,
  named: readonly [string, Entry],
  { tries, isMeant }: { readonly tries: boolean; readonly isMeant: boolean },
): Promise<Checked> {
  const pushed = await compareWithNode(node, folder, named)
  const [name, entry] = named
  const { connectionId, table, query } = entry
  if (pushed.changes.length === 0) return { pushed, obstacles: [] }
  const { outgoing, incoming, mayWiden } = await publicationOf(folder, pushed)
  const params = { connectionId }
  const { faults } = await node.call('checkScripts', { params, body: { table, outgoing, incoming } })
  await node.call('checkTrigger', { params, body: { table, query } })
  const obstacles = [
    ...pushed.lost.map((sentence) => `${name}: ${sentence} Run accord rules pull.`),
    ...faults.map((fault) => placedFault(name, entry, fault)),
  ]
  if (!tries || obstacles.length > 0) return { pushed, obstacles }
  const shadowed = await shadowRules(node, connectionId, { table, outgoing, incoming, mayWiden })
  const asks = isMeant ? [] : shadowed.asks.map((reason) => `${name}: ${reason}. --yes says that this is meant.`)
  return { pushed, obstacles: asks, shadowed }
}

export interface Published {
  readonly folder: string
  readonly versions: Readonly<Record<string, number>>
  readonly lines: readonly string[]
}

/** One connection after the other; what the folder is based on is written after each, so that a broken run can be repeated. */
export async function publishPushed(
  node: NodeClient,
  folder: RulesFolder,
  manifest: Connections,
  checked: readonly Checked[],
  { isCanary, ...by }: { readonly actor: string; readonly note: string; readonly isCanary: boolean },
): Promise<readonly Published[]> {
  let entries = manifest
  const published: Published[] = []
  for (const { pushed } of checked) {
    const { entry, folder: name, changes } = pushed
    if (changes.length === 0) {
      entries = { ...entries, [name]: basedOnNode(entry, pushed.side) }
      continue
    }
    const params = { connectionId: entry.connectionId }
    const body = { ...(await publicationOf(folder, pushed)), ...by }
    if (isCanary) {
      const { trigger, ...scripts } = body
      void trigger
      published.push(await beginOn(node, pushed, scripts))
      continue
    }
    const answer = await node.call('publishSync', { params, body })
    const [fault] = answer.faults
    if (fault) throw new Error(placedFault(name, entry, fault))
    entries = { ...entries, [name]: basedOnNode(entry, nodeSideOf(answer.configuration, entry.name)) }
    await writeManifest(folder, entries)
    const versions = Object.fromEntries(
      DIRECTIONS.map((direction) => [direction, answer.configuration[direction]?.version ?? 0]),
    )
    const described = DIRECTIONS.map((direction) => `${direction} is version ${versions[direction]}`)
    published.push({ folder: name, versions, lines: [`${name}: published, ${described.join(', ')}`] })
  }
  await writeManifest(folder, entries)
  return published
}

/** What the folder is based on stays: nothing is published before the canary has ended well. */
async function beginOn(
  node: NodeClient,
  { folder: name, entry, changes }: Pushed,
  body: Omit<BeginCanaryRequest, 'pairs' | 'failures'>,
): Promise<Published> {
  if (changes.some(({ part, lines }) => part === 'trigger' && lines.some((line) => !line.includes('mayWiden'))))
    throw new RefusedError(`${name}: the condition is changed as well. Publish it by itself first.`)
  const begun = await node.call('beginCanary', { params: { connectionId: entry.connectionId }, body })
  const [fault] = begun.faults
  if (fault) throw new RefusedError(placedFault(name, entry, fault))
  const versions = Object.fromEntries(
    (begun.canary?.versions ?? []).map(({ direction, version }) => [direction, version]),
  )
  return { folder: name, versions, lines: [`${name}: the next ${begun.canary?.ofPairs ?? 0} pairs run by it first`] }
}

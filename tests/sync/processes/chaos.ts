import { setTimeout as delay } from 'node:timers/promises'

import { eventually } from '../../../node-bridge/test/faults/company/eventually.ts'
import { editPairs, expectedOf, findOtherSides, openPairs } from './chaos-edits.ts'
import { startChaosKills } from './chaos-kills.ts'
import { startChaosNet } from './chaos-net.ts'
import { compareSides, countUnsettled, describeUnsettled, type Differences, isEqual } from './compare-sides.ts'
import type { ConnectedProcesses } from './connected-processes.ts'
import { postMortem } from './post-mortem.ts'
import { backUpNode, restoreNode } from './restore-node.ts'

export interface ChaosOptions {
  readonly pairs: number
  readonly edits: number
  readonly seed: string
  readonly editsPerSecond: number
  readonly killEveryMs: number
  /** Of all calls. */
  readonly netShare: number
  /** So long nothing may move before the run gives up on becoming equal. */
  readonly stillMs: number
  /** Gets a line now and then: how far the run is. */
  readonly note?: (line: string) => void
}

export interface ChaosOutcome {
  readonly rows: Readonly<Record<string, number | string>>
  readonly differences: Differences
  readonly unsettled: string
}

/** The instance's clock goes ahead by this, and back when the instance is next killed: more than a fast scan looks back. */
const CLOCK_JUMP_MS = 240_000
const ARRIVED_WITHIN_MS = 900_000
const NOTE_MS = 15_000

/**
 * People edit at both sides while the net is bad and processes die. A third of the way Globex's instance has its clock jump, at half
 * the way Acme's node is restored from a backup of the beginning. Then all is calm, and both sides have to become equal.
 */
export async function runChaos(both: ConnectedProcesses, options: ChaosOptions): Promise<ChaosOutcome> {
  const { acme, globex } = both
  const { seed, note = () => undefined } = options
  const startedAt = Date.now()
  const pairs = await openPairs(both, options.pairs)
  await eventually('every record is at both sides', async () => (await findOtherSides(both, pairs)) || undefined, {
    withinMs: ARRIVED_WITHIN_MS,
    everyMs: 1000,
  })
  const backup = await backUpNode(acme)
  const counts = { edits: 0, comments: 0, files: 0 }
  const beganAt = Date.now()
  const net = startChaosNet(both, options.netShare, seed)
  note(`${pairs.length} pairs are at both sides`)
  const noting = setInterval(() => note(`${counts.edits} edits`), NOTE_MS).unref()
  const kills = startChaosKills([...acme.mortals, ...globex.mortals], options.killEveryMs, seed)
  const third = Math.ceil(options.edits / 3)
  const part = (number: number) =>
    editPairs(both, pairs, {
      edits: Math.min(third, options.edits - number * third),
      first: number * third,
      perSecond: options.editsPerSecond,
      seed: `${seed} ${number}`,
      counts,
    })
  await part(0)
  await kills.pauseWhile(() => globex.instance.control('clock', { advanceMs: CLOCK_JUMP_MS }))
  await part(1)
  await kills.pauseWhile(() => restoreNode(acme, backup))
  await part(2)
  clearInterval(noting)
  const editedMs = Date.now() - beganAt
  await kills.stop()
  net.calm()
  const calmAt = Date.now()
  const { differences, unsettled } = await untilEqual(both, () => compareSides(both, pairs.map(expectedOf)), options)
  const { calls, ...faults } = net.counts
  const rows = {
    pairs: pairs.length,
    ...counts,
    ...Object.fromEntries(Object.entries(kills.counts).map(([name, count]) => [`kills of ${name}`, count])),
    kills: Object.values(kills.counts).reduce((sum, count) => sum + count, 0),
    calls,
    ...Object.fromEntries(Object.entries(faults).map(([what, count]) => [`calls ${what}`, count])),
    restores: 1,
    'clock jumps': 1,
    'seconds until each was at both sides': Math.round((beganAt - startedAt) / 1000),
    'seconds of edits': Math.round(editedMs / 1000),
    'seconds from calm until equal': Math.round((Date.now() - calmAt) / 1000),
    lost: differences.lost.length,
    ...lostByKind(differences.lost),
    doubled: differences.doubled.length,
    different: differences.different.length,
    'overwritten by a conflict, as the history says': differences.overwritten,
  }
  const { doubled, different, lost } = differences
  if (!isEqual(differences)) {
    note([...doubled, ...different, ...lost].join('\n'))
    note(await postMortem(both, [...doubled, ...different, ...lost]))
  }
  return { rows, differences, unsettled }
}

/** What is missing tells where to look: all of one kind have one cause most often. */
function lostByKind(lost: readonly string[]): Readonly<Record<string, number>> {
  const kindOf = (complaint: string) =>
    /: record /u.test(complaint)
      ? 'records'
      : / file \d+/u.test(complaint)
        ? 'files'
        : / is /u.test(complaint)
          ? 'fields'
          : 'comments'
  const counts = new Map<string, number>()
  for (const complaint of lost) counts.set(kindOf(complaint), (counts.get(kindOf(complaint)) ?? 0) + 1)
  return Object.fromEntries([...counts].map(([kind, count]) => [`lost ${kind}`, count]))
}

/** An admin who has seen what differs after the restore lets it be overwritten. */
async function goOnComparing({ acme, globex, ids }: ConnectedProcesses): Promise<void> {
  for (const [company, id] of [
    [acme, ids.acme],
    [globex, ids.globex],
  ] as const) {
    const { comparison } = (await company.call('readComparison', undefined, id)) as {
      comparison?: { state: string } | null
    }
    if (comparison?.state === 'waiting') await company.call('goOnComparing', {}, id)
  }
}

async function untilEqual(
  both: ConnectedProcesses,
  compare: () => Promise<Differences>,
  { stillMs, note = () => undefined }: ChaosOptions,
): Promise<{ differences: Differences; unsettled: string }> {
  let known = { count: Infinity, since: Date.now() }
  let notedAt = 0
  for (;;) {
    await goOnComparing(both)
    const unsettled = await countUnsettled(both)
    if (unsettled !== known.count) known = { count: unsettled, since: Date.now() }
    if (Date.now() - notedAt > NOTE_MS) {
      note(`${unsettled} pairs are not through`)
      notedAt = Date.now()
    }
    const isLast = Date.now() - known.since > stillMs
    if (unsettled === 0 || isLast) {
      const differences = await compare()
      if (isLast || isEqual(differences))
        return { differences, unsettled: unsettled === 0 ? '' : await describeUnsettled(both) }
    }
    await delay(1000)
  }
}

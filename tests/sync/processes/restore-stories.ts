import { setTimeout as delay } from 'node:timers/promises'

import { NEWS_MS } from '../../../node-bridge/src/sync/outgoing/comment-history.ts'
import { eventually } from '../../../node-bridge/test/faults/company/eventually.ts'
import { configure, WITH_FILES } from '../synced-companies.ts'
import { shakeHands } from './connected-processes.ts'
import { backUpInstance, restoreInstance } from './restore-instance.ts'
import { backUpNode, restoreNode } from './restore-node.ts'
import { die, letAgreementsEnd, PATIENTLY, type Story } from './restores.ts'
import { accord, exportPairs, wipeNode } from './wiped-node.ts'

const key = (number: number) => `Sync: restored ${number}`

/** The node of the destination is restored, and killed at each step of its comparison: nothing is overwritten, and no decision is lost. */
export async function killWhileComparing(story: Story): Promise<void> {
  const { acme, globex, ids } = story.both
  for (const number of [1, 2, 3]) await story.open(acme, key(number))
  await story.open(globex, key(4))
  await story.settled()
  const backup = await backUpNode(globex)
  for (const number of [1, 2]) {
    await story.change(acme, key(number), 'since the backup', `since-${number}`)
    await story.arrived(`${key(number)} | since the backup`)
  }
  await story.settled()
  await globex.node.kill()
  await story.change(acme, key(1), 'ours', 'a1')
  await story.change(globex, key(1), 'theirs', 'g1')
  await story.change(globex, key(2), 'theirs, too')
  await restoreNode(globex, backup)
  await eventually('it compares', async () => (await story.comparison(globex, ids.globex)) ?? undefined, PATIENTLY)
  await die(globex)
  const before = await story.waiting(globex, ids.globex)
  await die(globex)
  const after = await story.waiting(globex, ids.globex)
  story.check('a comparison that waits for a person survives kill -9', after.differing === before.differing, after)
  story.check('two of four differ', before.differing === 2 && before.total === 4, before)
  const kept = [await story.summary(globex, key(1)), await story.summary(globex, key(2))]
  story.check('nothing was overwritten', kept.join() === 'theirs,theirs, too', kept)
  await globex.call('goOnComparing', {}, ids.globex)
  await die(globex)
  await eventually(
    'the decision holds',
    async () => (await story.summary(globex, key(1))) === 'ours' || undefined,
    PATIENTLY,
  )
  await story.arrived(`${key(2)} | since the backup`)
  await story.settled()
  story.check('nobody is asked again', (await story.comparison(globex, ids.globex)) === null)
  await story.checkEqual('after kill -9 while comparing')
}

/** An instance is set back to an older database, and nobody tells its node. */
export async function restoreAnInstance(story: Story, which: 'acme' | 'globex'): Promise<void> {
  const { globex, ids } = story.both
  const restored = story.both[which]
  const other = which === 'acme' ? globex : story.both.acme
  await letAgreementsEnd(globex)
  const copy = await backUpInstance(restored)
  await story.change(other, key(1), `since ${which}`, `o-${which}`)
  await story.arrived(`${key(1)} | since ${which}`)
  await story.settled()
  const before = await story.summary(globex, key(1))
  await restoreInstance(restored, copy)
  await die(restored)
  const set = await story.summary(globex, key(1))
  const seen = await story.waiting(globex, ids.globex)
  story.check('one differs', seen.differing === 1, seen)
  const held = await story.summary(globex, key(1))
  story.check(`nothing is overwritten at the destination (${which} restored)`, held === set, [before, set, held])
  await globex.call('goOnComparing', {}, ids.globex)
  await eventually(
    'both hold what the source holds',
    async () => (await story.summary(globex, key(1))) === (await story.summary(story.both.acme, key(1))) || undefined,
    PATIENTLY,
  )
  await story.settled()
  await story.checkEqual(`after the instance of ${which} was restored`)
}

/** Node and identity of the destination are lost without a backup: a new connection, and the pairs of both instances' own tables. */
export async function wipeTheNode(story: Story): Promise<string> {
  const { acme, globex, ids } = story.both
  await story.settled()
  const count = async () => [await acme.admin.rows('incident', 'short_descriptionSTARTSWITHSync'), await globex.admin.rows('incident', 'short_descriptionSTARTSWITHSync')].map(({ length }) => length) // prettier-ignore
  const before = await count()
  const lists = { acme: await exportPairs(acme, 'Acme_to_Globex'), globex: await exportPairs(globex, 'Acme_to_Globex') }
  await wipeNode(globex)
  await acme.call('deleteConnection', {}, ids.acme)
  const name = 'Acme_to_Globex_again'
  const again = await shakeHands(acme, globex, name)
  for (const which of ['acme', 'globex'] as const)
    await configure(story.both[which], again[which], { ...WITH_FILES, isActive: false, history: 'none' })
  // What is younger when its pair begins counts as new, as docs/operations.md says.
  await delay(NEWS_MS + 5_000)
  const said = [
    await accord(acme, 'sync', 'connect', name, lists.acme),
    await accord(acme, 'sync', 'connect', name, lists.acme, '--yes'),
  ]
  said.push(await accord(globex, 'sync', 'connect', name, lists.globex, '--yes'))
  await eventually(
    'all pairs are there again',
    async () => {
      const rows = await globex.rows<{ pair: string }>(`select pair from sync_pair where pair like '%"linked"%'`)
      return rows.length === before[1] || undefined
    },
    PATIENTLY,
  )
  for (const which of ['acme', 'globex'] as const)
    await configure(story.both[which], again[which], { ...WITH_FILES, history: 'none' })
  await story.change(acme, key(3), 'after the wipe', 'wiped-a')
  await story.change(globex, key(4), 'after the wipe, too', 'wiped-g')
  await story.arrived(`${key(3)} | after the wipe`)
  await story.arrived(`${key(4)} | after the wipe, too`)
  await story.settled()
  story.check('no record was made twice', (await count()).join() === before.join(), [before, await count()])
  await story.checkEqual('after the node was wiped')
  await accord(acme, 'sync', 'reconcile', name, '--check')
  said.push(
    await eventually(
      'the check has ended',
      async () => {
        const text = await accord(acme, 'sync', 'reconcile', name)
        return text.startsWith('done') ? text : undefined
      },
      PATIENTLY,
    ),
  )
  return said.join('\n')
}

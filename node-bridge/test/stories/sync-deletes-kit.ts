import type { SyncPair } from '../../src/sync/pairs/sync-pair.ts'
import { eventually } from '../faults/company/eventually.ts'
import type { MemoryRecord, Value } from '../trackers/memory/memory-records.ts'
import { type SyncCompanies, startSyncCompanies } from './sync-companies.ts'
import {
  configureSync,
  INCIDENT_ONLY,
  pairsOf,
  publish,
  script,
  type SyncCompany,
  untilRecord,
  valueOf,
} from './sync-company.ts'

/** The usual incoming rules, with what they do once the other record is gone. `first`: what they do before all else with a state. */
export const withDeleted = (deleted: string, first = ''): string =>
  script('incoming')
    .replace(/connection \}\) => \{/u, `connection }) => {\n  ${first}`)
    .replace(
      /\}\)\s*$/u,
      `}, {\n  deleted({ entity, commentHelper, connection, syncHelper, madeBySync, deleteRecord, stop }) {\n    ${deleted}\n  },\n})\n`,
    )

/** Acme and Globex with one pair at a time that matters: the newest. */
export async function deletionStory(
  kind: Parameters<typeof startSyncCompanies>[0],
  settings: Readonly<Record<string, string>> = {},
) {
  const both: SyncCompanies = await startSyncCompanies(kind, INCIDENT_ONLY, settings)
  const { acme, globex, ids } = both
  await configureSync(acme, ids.acme)
  await configureSync(globex, ids.globex)
  let ours = ''
  let before: (() => void) | undefined
  let broken: 'before' | 'after' | undefined
  const apply = globex.tracker.apply
  globex.tracker.apply = async (writes) => {
    before?.()
    before = undefined
    const breaks = broken
    broken = undefined
    if (breaks === 'before') throw new Error('The way there is broken')
    const applied = await apply(writes)
    if (breaks === 'after') throw new Error('The answer is lost')
    return applied
  }

  const named = (company: SyncCompany, summary: string) =>
    untilRecord(`${company.name} has ${summary}`, company, (record) => valueOf(record, 'short_description') === summary)
  const newest = async (company: SyncCompany): Promise<SyncPair> => {
    const pair = (await pairsOf(company, company === acme ? ids.acme : ids.globex)).at(-1)
    if (!pair) throw new Error(`${company.name} has no pair`)
    return pair
  }
  const find = (id: string) => globex.tracker.records.find('incident', id)
  const items = async () => {
    const listed = await globex.client.call('listSyncItems', { params: { connectionId: ids.globex } })
    return listed.items.toSorted((left, right) => (left.id < right.id ? 1 : -1))
  }
  return {
    ...both,
    find,
    newest,
    recordOf: (id: string): MemoryRecord => {
      const record = find(id)
      if (!record) throw new Error(`${id} is gone`)
      return record
    },
    /** What the rules of Globex do once the other record is gone; undefined: they have no word for it. */
    say: async (rules: string | undefined): Promise<void> => {
      const incoming = rules === undefined ? script('incoming') : withDeleted(rules)
      const { faults } = await publish(globex, ids.globex, { incoming })
      if (faults.length > 0) throw new Error(JSON.stringify(faults))
    },
    /** Acme opens it, and Globex has it. */
    pair: async (summary: string) => {
      const record = acme.tracker.create('incident', { short_description: summary })
      ours = record.id
      const theirs = await named(globex, summary)
      await both.settled()
      return { ours: { id: record.id, number: String(valueOf(record, 'number')) }, theirs: theirs.id }
    },
    /** Globex opens it, and Acme has it. */
    pairFromGlobex: async (summary: string) => {
      const { id } = globex.tracker.create('incident', { short_description: summary })
      ours = (await named(acme, summary)).id
      await both.settled()
      return { theirs: id }
    },
    deleteOurs: () => acme.tracker.remove('incident', ours),
    deleteAtAcme: (id: string) => acme.tracker.remove('incident', id),
    changeOurs: (values: Readonly<Record<string, Value>>) => void acme.tracker.update('incident', ours, values),
    untilStates: async (here: string, there: string) => {
      await eventually(
        `the pair is ${here} and ${there}`,
        async () => {
          const states = [(await newest(acme)).state, (await newest(globex)).state]
          return states[0] === here && states[1] === there ? true : undefined
        },
        { withinMs: 60_000, describe: () => `${here}, ${there}` },
      )
      await both.settled()
    },
    /** The record of Globex is deleted, and its pair has ended, whatever Acme knows of that. */
    untilEnded: (theirs: string) =>
      eventually('it is deleted', async () =>
        find(theirs) === undefined && (await newest(globex)).state === 'unlinked' ? true : undefined,
      ),
    /** What of the newest pair waits for a person at Globex. */
    held: () =>
      eventually('it waits for a person', async () => (await items()).find(({ status }) => status === 'held')),
    heldBy: async (cause: string): Promise<number> =>
      (await items()).filter(({ faults }) => faults.some(({ code }) => code === cause)).length,
    history: async (): Promise<string[]> => {
      const [item] = await items()
      const { steps } = await globex.client.call('readSyncItem', { params: { itemId: item?.id ?? '' } })
      return steps.map(({ event }) => event)
    },
    beforeNextWrite: (work: () => void) => void (before = work),
    breakNextWrite: (when: 'before' | 'after') => void (broken = when),
    tryOn: (key: string, incoming = script('incoming')) =>
      globex.client.call('testScripts', {
        params: { connectionId: ids.globex },
        body: {
          table: 'incident',
          outgoing: script('outgoing'),
          incoming,
          mayWiden: false,
          subject: { kind: 'deletion', key },
        },
      }),
  }
}

export type DeletionStory = Awaited<ReturnType<typeof deletionStory>>

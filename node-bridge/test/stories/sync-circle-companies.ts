import type { DatabaseKind } from '../databases.ts'
import type { MemoryTable } from '../trackers/memory/memory-records.ts'
import { accept, initiate, untilState } from './company.ts'
import {
  INCIDENT_ONLY,
  publish,
  script,
  startSyncCompany,
  type StoryScripts,
  type SyncCompany,
} from './sync-company.ts'

/** A company, its connection to the next one, and its end of the one from the company before. */
export interface CircleCompany extends SyncCompany {
  readonly toNext: string
  readonly fromLast: string
}

export interface Circle {
  readonly companies: readonly CircleCompany[]
  readonly close: () => Promise<void>
}

export interface CircleOptions {
  readonly tables?: Readonly<Record<string, MemoryTable>>
  /** Of both ends of every connection, where they are others than the usual ones. */
  readonly scripts?: StoryScripts
  /** Of these, by place, no record goes on to the next by itself. */
  readonly quiet?: readonly number[]
}

/** Each sends the next every record that it has, and the last one sends the first. */
export async function startCircle(
  kind: DatabaseKind,
  names: readonly string[],
  { tables = INCIDENT_ONLY, scripts = {}, quiet = [] }: CircleOptions = {},
): Promise<Circle> {
  const started: SyncCompany[] = []
  for (const name of names) started.push(await startSyncCompany(name, (await kind.fresh()).databaseUrl, {}, tables))
  const ends: { readonly here: string; readonly there: string }[] = []
  for (const [place, company] of started.entries()) {
    const next = started[(place + 1) % started.length] as SyncCompany
    const named = { localShortName: company.name, remoteShortName: next.name, name: `${company.name}_${next.name}` }
    const { connection, code } = await initiate(company, named)
    const accepted = await accept(next, code, `${next.name}_from_${company.name}`)
    await untilState(company, connection.id, 'active')
    ends.push({ here: connection.id, there: accepted.id })
    const both = { outgoing: script('outgoing'), incoming: script('incoming'), ...scripts }
    const isActive = !quiet.includes(place)
    await publish(next, accepted.id, { ...both, trigger: { query: '', isActive: false } })
    await publish(company, connection.id, { ...both, trigger: { query: '', isActive } })
  }
  const companies = started.map((company, place) => ({
    ...company,
    toNext: ends[place]?.here ?? '',
    fromLast: ends.at(place - 1)?.there ?? '',
  }))
  return { companies, close: async () => void (await Promise.all(started.map((each) => each.close()))) }
}

import path from 'node:path'

import SqliteDatabase from 'better-sqlite3'

import { eventually } from '../../../node-bridge/test/faults/company/eventually.ts'
import { compareSides, type Expected, KEY_END } from './compare-sides.ts'
import type { ConnectedProcesses } from './connected-processes.ts'
import { changeIncident, openIncident } from './people.ts'
import type { ProcessCompany } from './process-company.ts'

type Row = Readonly<Record<string, string>>

export interface ComparisonSeen {
  readonly state: string
  readonly total: number
  readonly open: number
  readonly differing: number
}

/** Machines that start, are killed and start again beside other work. */
export const PATIENTLY = { withinMs: 300_000, everyMs: 500 }

/** Of connections that work; one that is being deleted has pairs that nobody sends any more. */
const UNSETTLED = `select count(*) as count from sync_pair join connection on connection.id = connection_id
  where connection.state = 'active' and (pair like '%"dirty":true%' or outbound_sealed is not null or inbound_sealed is not null)`

/** The records of a story, by what people of both sides call them, and what they have said there. */
export class Story {
  readonly both: ConnectedProcesses
  readonly complaints: string[] = []
  readonly #marks = new Map<string, string[]>()

  constructor(both: ConnectedProcesses) {
    this.both = both
  }

  /** A sentence for the report, where it is not so. */
  check(what: string, isSo: boolean, seen: unknown = ''): void {
    if (!isSo) this.complaints.push(`${what}: ${JSON.stringify(seen)}`)
  }

  async open(company: ProcessCompany, key: string): Promise<void> {
    this.#marks.set(key, [])
    await openIncident(company, { short_description: `${key}${KEY_END} new` })
    await this.arrived(`${key}${KEY_END} new`)
  }

  async row({ admin, name }: ProcessCompany, key: string): Promise<Row> {
    const [row] = await admin.rows('incident', `short_descriptionSTARTSWITH${key}${KEY_END}`)
    if (!row) throw new Error(`${name} has no ${key}`)
    return row
  }

  async summary(company: ProcessCompany, key: string): Promise<string> {
    return ((await this.row(company, key))['short_description'] ?? '').split(`${KEY_END} `)[1] ?? ''
  }

  /** A person changes the summary, and says something where there is a mark. */
  async change(company: ProcessCompany, key: string, summary: string, mark = ''): Promise<void> {
    const { sys_id: id = '' } = await this.row(company, key)
    const said = mark === '' ? {} : { comments: `said ${mark};` }
    await changeIncident(company, id, { short_description: `${key}${KEY_END} ${summary}`, ...said })
    if (mark !== '') this.#marks.get(key)?.push(`said ${mark};`)
  }

  /** Both instances have a record with this summary. */
  async arrived(summary: string): Promise<void> {
    for (const { admin, name } of [this.both.acme, this.both.globex])
      await eventually(
        `${name} has ${summary}`,
        async () => (await admin.rows('incident', `short_description=${summary}`)).length > 0 || undefined,
        PATIENTLY,
      )
  }

  settled(): Promise<true> {
    const { acme, globex } = this.both
    return eventually(
      'all is settled',
      async () => {
        const counts = await Promise.all([acme, globex].map(({ rows }) => rows<{ count: number }>(UNSETTLED)))
        return counts.every(([row]) => row?.count === 0) || undefined
      },
      PATIENTLY,
    )
  }

  async comparison(company: ProcessCompany, connectionId: string): Promise<ComparisonSeen | null> {
    const { comparison } = await company.call('readComparison', undefined, connectionId)
    return comparison as ComparisonSeen | null
  }

  /** Every pair has brought what the other side holds, and a person is asked. */
  waiting(company: ProcessCompany, connectionId: string): Promise<ComparisonSeen> {
    return eventually(
      `${company.name} waits for a person`,
      async () => {
        const seen = await this.comparison(company, connectionId)
        return seen?.state === 'waiting' && seen.open === 0 ? seen : undefined
      },
      PATIENTLY,
    )
  }

  /** All records are at both sides once, equal, each with all that was said there, once. */
  async checkEqual(when: string, but: readonly string[] = []): Promise<void> {
    const expected = [...this.#marks]
      .filter(([key]) => !but.includes(key))
      .map(([key, marks]): Expected => ({ key, marks, files: new Map() }))
    const { lost, doubled, different } = await compareSides(this.both, expected)
    for (const sentence of [...lost, ...doubled, ...different]) this.complaints.push(`${when}: ${sentence}`)
  }
}

/** kill -9, and started again. */
export async function die({ node }: ProcessCompany): Promise<void> {
  await node.kill()
  await node.start()
}

/** An agreement holds for an hour, for pairs that begin anew one by one: as if that was over. */
export async function letAgreementsEnd({ node, dataDir }: ProcessCompany): Promise<void> {
  await node.kill()
  const database = new SqliteDatabase(path.join(dataDir, 'accord.sqlite'))
  database.prepare('update comparison set decided_at = 1').run()
  database.close()
  await node.start()
}

import type { ConnectedProcesses } from './connected-processes.ts'
import type { ProcessCompany } from './process-company.ts'

const PAIRS = 3

/** What stands at both sides of the first pairs that a complaint names, for whoever looks for the cause: the databases go with the run. */
export async function postMortem({ acme, globex }: ConnectedProcesses, complaints: readonly string[]): Promise<string> {
  const keys = new Set(
    complaints.map((complaint) => /Sync: pair \d+/u.exec(complaint)?.[0]).filter((key) => key !== undefined),
  )
  const found: string[] = []
  for (const key of [...keys].slice(0, PAIRS))
    for (const company of [acme, globex]) found.push(`== ${company.name}: ${key}`, ...(await lookAt(company, key)))
  return found.join('\n')
}

async function lookAt({ admin, rows }: ProcessCompany, key: string): Promise<readonly string[]> {
  const records = await admin.rows('incident', `short_descriptionSTARTSWITH${key} |`)
  const found: string[] = records.map((record) => `incident ${JSON.stringify(record)}`)
  for (const { sys_id: id = '' } of records) {
    const entries = await admin.rows('sys_journal_field', `element_id=${id}`)
    const pairs = await rows<{ id: string }>(`select * from sync_pair where record_id = '${id}'`)
    const events = await rows<object>(
      `select at, event, details from item_event where item_id in (select id from sync_pair where record_id = '${id}') order by at`,
    )
    const files = await rows<object>(
      `select direction, file_id, bytes, state, due_at, attempts, fault from pair_file where item_id in (select id from sync_pair where record_id = '${id}')`,
    )
    for (const [what, all] of Object.entries({ entries, files, pairs, events }))
      found.push(...all.map((each) => `${what} ${JSON.stringify(each)}`))
  }
  return found
}

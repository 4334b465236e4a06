import { createHash } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'

import { randomFrom } from '../../../node-bridge/test/faults/network/random.ts'
import { type Expected, KEY_END } from './compare-sides.ts'
import type { ConnectedProcesses } from './connected-processes.ts'
import { attachFile, changeIncident, deleteFile, openIncident, opensFile } from './people.ts'
import type { ProcessCompany } from './process-company.ts'

/** A record at both sides, and what people have said and attached there so far. */
export interface ChaosPair {
  readonly key: string
  readonly ids: Map<ProcessCompany, string>
  readonly marks: string[]
  readonly files: Map<string, string>
  /** The last value that people gave a field; each field is changed at one side only, so that it has to stand in the end. */
  readonly last: Map<string, string>
}

export const expectedOf = ({ key, marks, files, last }: ChaosPair): Expected => ({ key, marks, files, last })

export async function openPairs({ acme, globex }: ConnectedProcesses, count: number): Promise<readonly ChaosPair[]> {
  const pairs: ChaosPair[] = []
  for (let at = 0; at < count; at += 1) {
    const home = at % 2 === 0 ? acme : globex
    const key = `Sync: pair ${at}`
    const id = await openIncident(home, { short_description: `${key}${KEY_END} new`, close_notes: 'new' })
    pairs.push({ key, ids: new Map([[home, id]]), marks: [], files: new Map(), last: new Map() })
  }
  return pairs
}

/** Once each has arrived at the other side. */
export async function findOtherSides(
  { acme, globex }: ConnectedProcesses,
  pairs: readonly ChaosPair[],
): Promise<boolean> {
  const byKey = new Map(pairs.map((pair) => [pair.key, pair]))
  for (const company of [acme, globex])
    for (const row of await company.admin.rows('incident', 'short_descriptionSTARTSWITHSync: pair '))
      byKey.get((row['short_description'] ?? '').split(KEY_END)[0] ?? '')?.ids.set(company, row['sys_id'] ?? '')
  return pairs.every(({ ids }) => ids.size === 2)
}

export interface EditCounts {
  edits: number
  comments: number
  files: number
}

export interface Editing {
  readonly edits: number
  /** Edits of before. */
  readonly first: number
  readonly perSecond: number
  readonly seed: string
  readonly counts: EditCounts
}

/** People at work: so many at the same time, each with records of his own. */
const PEOPLE = 8
const CONTESTED = ['1', '2'] as const

/** Half of the edits say something, one in ten attaches a file, one in ten changes a field that the other side changes as well. */
export async function editPairs(
  { acme, globex }: ConnectedProcesses,
  pairs: readonly ChaosPair[],
  { edits, first, perSecond, seed, counts }: Editing,
): Promise<void> {
  let next = 0
  const person = async (place: number): Promise<void> => {
    const random = randomFrom(`${seed} person ${place}`)
    const own = pairs.filter((_, at) => at % PEOPLE === place % PEOPLE)
    while (next < edits && own.length > 0) {
      const number = first + (next += 1)
      await delay((1000 * PEOPLE) / perSecond)
      const pair = own[Math.floor(random() * own.length)]
      if (!pair) return
      const isOurs = random() < 0.5
      const company = isOurs ? acme : globex
      await edit(company, pair, {
        number,
        isOurs,
        isContested: random() < 0.1,
        state: CONTESTED[Number(random() < 0.5)] ?? '1',
      })
      counts.edits += 1
      counts.comments += number % 2
      counts.files += Number(number % 10 === 0)
    }
  }
  await Promise.all(Array.from({ length: PEOPLE }, (_, place) => person(place)))
}

interface Edit {
  readonly number: number
  readonly isOurs: boolean
  readonly isContested: boolean
  readonly state: string
}

async function edit(
  company: ProcessCompany,
  pair: ChaosPair,
  { number, isOurs, isContested, state }: Edit,
): Promise<void> {
  const id = pair.ids.get(company) ?? ''
  const field = isOurs ? 'short_description' : 'close_notes'
  const value = isOurs ? `${pair.key}${KEY_END} edit ${number}` : `edit ${number}`
  const mark = `said ${number};`
  const speaks = number % 2 === 1
  const values = { [field]: value, ...(isContested && { state }), ...(speaks && { comments: mark }) }
  const isSaid = async () =>
    (await company.admin.rows('sys_journal_field', `element_id=${id}^valueLIKE${mark}`)).length > 0
  await once(() => changeIncident(company, id, values), speaks ? isSaid : undefined)
  pair.last.set(field, value)
  if (speaks) pair.marks.push(mark)
  if (number % 10 !== 0) return
  const [name, content] = [`file ${number}.txt`, Buffer.from(`content ${number} `.repeat(100))]
  await once(
    () => attachFile(company, id, name, content),
    () => isWholeThere(company, id, name),
  )
  pair.files.set(name, createHash('sha256').update(content).digest('hex'))
}

/** A file of which the instance kept a part only, since it died, does not open: it is taken away and attached once more. */
async function isWholeThere(company: ProcessCompany, record: string, name: string): Promise<boolean> {
  const [row] = await company.admin.rows('sys_attachment', `table_sys_id=${record}^file_name=${name}`)
  if (!row) return false
  const file = row['sys_id'] ?? ''
  if (await opensFile(company, file)) return true
  await deleteFile(company, file)
  return false
}

const AGAIN_MS = 300

/** A person whose instance died looks whether it was done, and does it again where it was not. */
async function once(act: () => Promise<unknown>, isDone: () => Promise<boolean> = async () => false): Promise<void> {
  for (let isFirst = true; ; isFirst = false)
    try {
      if (isFirst || !(await isDone())) await act()
      return
    } catch {
      await delay(AGAIN_MS)
    }
}

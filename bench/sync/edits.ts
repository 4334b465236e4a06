import { eachInFlight } from '../load/in-flight.ts'
import { quantile } from '../result/statistics.ts'

/** Where records are changed at one side and written at the other, whatever holds them. */
export interface EditedSides {
  /** Begins a record; the text is its summary, by which the other side's is known. */
  create(summary: string): Promise<string> | string
  change(id: string, description: string, comment?: string): Promise<void> | void
  /** Calls for each record that was written at the other side. */
  onWritten(listen: (summary: string, description: string) => void): void
  settled(): Promise<unknown>
  /** Processor time of the nodes of both sides. */
  cpuMs(): Promise<number>
}

export interface EditRound {
  readonly perSecond: number
  /** Of both sides together, for each change, until nothing is under way any more. */
  readonly cpuMsEach: number
  /** From the edit until the other side's record has it. */
  readonly p50: number
  readonly p99: number
}

export interface Editor {
  /** So many changes, as many records at once; every second one has a comment. Whoever arrives makes room for the next. */
  run(count: number, inFlight: number): Promise<EditRound>
}

const GIVE_UP_MS = 120_000
const summaryOf = (place: number) => `Bench ${String(place).padStart(6, '0')}`

/**
 * Makes `records` records that are in sync at both sides. An edit takes the record that rested longest, so that the one before is
 * through: what is measured is a change, and not how changes of one record join.
 */
export async function createEditor(sides: EditedSides, records: number): Promise<Editor> {
  const awaited = new Map<string, { readonly description: string; readonly arrived: () => void }>()
  sides.onWritten((summary, description) => {
    const expected = awaited.get(summary)
    if (expected?.description === description) expected.arrived()
  })
  const until = (summary: string, description: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${summary} did not become ${description}`)), GIVE_UP_MS)
      const arrived = () => {
        clearTimeout(timer)
        awaited.delete(summary)
        resolve()
      }
      awaited.set(summary, { description, arrived })
    })
  const ids: string[] = []
  const arrivals = Array.from({ length: records }, (_, place) => until(summaryOf(place), ''))
  for (let place = 0; place < records; place += 1) ids.push(await sides.create(summaryOf(place)))
  await Promise.all(arrivals)
  await sides.settled()

  let edits = 0
  const editOne = async (): Promise<number> => {
    const edit = (edits += 1)
    const place = edit % records
    const description = `Edit ${edit}`
    const there = until(summaryOf(place), description)
    const startedAt = performance.now()
    await sides.change(ids[place] ?? '', description, edit % 2 === 0 ? `Said with edit ${edit}` : undefined)
    await there
    return performance.now() - startedAt
  }
  return {
    run: async (count, inFlight) => {
      if (inFlight > records) throw new Error(`There are ${records} records for ${inFlight} in flight`)
      const before = await sides.cpuMs()
      const startedAt = performance.now()
      const times = await eachInFlight(Array.from({ length: count }), inFlight, editOne)
      const wallMs = performance.now() - startedAt
      await sides.settled()
      return {
        perSecond: (count * 1000) / wallMs,
        cpuMsEach: ((await sides.cpuMs()) - before) / count,
        p50: quantile(times, 0.5),
        p99: quantile(times, 0.99),
      }
    },
  }
}

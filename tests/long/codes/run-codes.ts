import { randomFrom } from '../../../node-bridge/test/faults/network/random.ts'
import type { Figures } from '../figures.ts'
import { countVerifications } from './count-verifications.ts'
import { createCodeSource } from './generate.ts'
import { verdictOf } from './verdict.ts'

/** `count` generated codes through the parser. A complaint is a code that ended in what its kind must not end in. */
export async function runCodes(count: number, seed: string, withinMs = Infinity): Promise<Figures> {
  const random = randomFrom(seed)
  const source = await createCodeSource()
  const outcomes = new Map<string, number>()
  const complaints: string[] = []
  const verifications = countVerifications()
  const startedAt = Date.now()
  try {
    for (let made = 0; made < count && Date.now() - startedAt < withinMs; made += 1) {
      const { outcome, complaint } = await verdictOf(await source.next(random), verifications.count)
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
      if (complaint) complaints.push(complaint)
    }
  } finally {
    verifications.stop()
  }
  const made = [...outcomes.values()].reduce((sum, times) => sum + times, 0)
  if (made < count) complaints.push(`only ${made} of ${count} codes in the time that was given`)
  const rows = { codes: made, ...Object.fromEntries(outcomes), 'signature checks': verifications.count() }
  return {
    title: `Codes through the parser (seed ${seed})`,
    rows,
    complaints,
    seconds: (Date.now() - startedAt) / 1000,
  }
}

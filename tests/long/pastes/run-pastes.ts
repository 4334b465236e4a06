import { processInvitationCode } from '../../../node-bridge/src/invitations/invitation-code.ts'
import { isRefusal } from '../../../node-bridge/src/refusals/refusal.ts'
import { randomFrom, type Random } from '../../../node-bridge/test/faults/network/random.ts'
import { createCodeSource } from '../codes/generate.ts'
import type { Figures } from '../figures.ts'
import { WHOLE, harm, type Harmed } from './harm.ts'
import { mangle } from './mangle.ts'

const MOST_MANGLINGS = 3
/** Half of the pastes hold a whole code; the others can not be recovered, and must say why. */
const WHOLE_SHARE = 0.5

/**
 * `count` pastes, each a code under a random composition of manglings. A complaint is a code that was not found, or one
 * that can not be found and got a wrong reason.
 */
export async function runPastes(count: number, seed: string, withinMs = Infinity): Promise<Figures> {
  const random = randomFrom(seed)
  const codes = await createCodeSource()
  const outcomes = new Map<string, number>()
  const complaints: string[] = []
  let slowest = 0
  const startedAt = Date.now()
  for (let made = 0; made < count && Date.now() - startedAt < withinMs; made += 1) {
    const harmed = await nextHarmed(random, async () => codes.issueNext(random))
    const { text, names } = mangle(harmed.text, Math.floor(random() * (MOST_MANGLINGS + 1)), random)
    const askedAt = performance.now()
    const outcome = await outcomeOf(text, harmed)
    slowest = Math.max(slowest, performance.now() - askedAt)
    outcomes.set(harmed.kind, (outcomes.get(harmed.kind) ?? 0) + 1)
    if (!harmed.expected.includes(outcome))
      complaints.push(`${harmed.kind} under [${names.join(' | ')}] → ${outcome}: ${JSON.stringify(text)}`)
  }
  const made = [...outcomes.values()].reduce((sum, times) => sum + times, 0)
  if (made < count) complaints.push(`only ${made} of ${count} pastes in the time that was given`)
  const rows = { pastes: made, ...Object.fromEntries(outcomes), 'wrong outcomes': complaints.length, 'slowest ms': Math.ceil(slowest) }
  return { title: `Codes under compositions of manglings (seed ${seed})`, rows, complaints, seconds: (Date.now() - startedAt) / 1000 }
} // prettier-ignore

const nextHarmed = async (random: Random, issue: () => Promise<string>): Promise<Harmed> =>
  random() < WHOLE_SHARE ? WHOLE(await issue()) : harm(await issue(), await issue(), random)

async function outcomeOf(text: string, { code }: Harmed): Promise<string> {
  try {
    const processed = await processInvitationCode(text)
    return processed.code === code ? 'accepted' : 'another code'
  } catch (error) {
    if (!isRefusal(error)) return `threw ${String(error)}`
    const reason = error.facts?.['paste']
    return typeof reason === 'string' ? `${error.code}: ${reason}` : error.code
  }
}

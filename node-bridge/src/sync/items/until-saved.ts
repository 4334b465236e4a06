import { Refusal } from '../../refusals/refusal.ts'

const ATTEMPTS = 10

/**
 * Reads, decides and saves anew where somebody else wrote the pair at the same moment. `attempt` answers false for that; each one
 * sees what is committed by then. Throws `retry_later` where others are faster again and again.
 */
export async function untilSaved<Saved>(attempt: () => Promise<Saved | false>): Promise<Saved> {
  for (let count = 0; count < ATTEMPTS; count++) {
    const saved = await attempt()
    if (saved !== false) return saved
  }
  throw new Refusal('retry_later')
}

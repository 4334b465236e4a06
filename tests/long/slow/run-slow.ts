import { BEGINNINGS, dawdle } from '../../../node-bridge/test/faults/hostile/dawdle.ts'
import type { Figures } from '../figures.ts'

/** A client that sends nothing useful for this long has to be gone. */
const TIMEOUT_MS = 40_000

/** How long a bridge listens to clients that never end their sentence: one figure for each kind, the slowest counts. */
export async function runSlow(url: string, clientsEach: number): Promise<Figures> {
  const startedAt = Date.now()
  const complaints: string[] = []
  const rows: Record<string, string> = {}
  const measure = async (beginning: string) => {
    const dawdlers = Array.from({ length: clientsEach }, () => dawdle(url, beginning))
    const title = `${clientsEach} × ${JSON.stringify(beginning.slice(-24))}`
    const timer = setTimeout(() => {
      const left = dawdlers.filter(({ socket }) => !socket.destroyed)
      complaints.push(`${left.length} of ${title} are still there after ${TIMEOUT_MS} ms`)
      for (const { socket } of left) socket.destroy()
    }, TIMEOUT_MS)
    await Promise.all(dawdlers.map(({ closed }) => closed))
    clearTimeout(timer)
    rows[title] = `cut off after ${Math.round((Date.now() - startedAt) / 1000)} s`
  }
  await Promise.all(BEGINNINGS.map(measure))
  return { title: 'Slow clients', rows, complaints, seconds: (Date.now() - startedAt) / 1000 }
}

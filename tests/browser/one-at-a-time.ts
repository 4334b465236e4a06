import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

const FOLDER = path.join(import.meta.dirname, '../../test-results/demo-starting')

/** A demo builds what it needs before it starts: two that did so at once would each remove what the other writes. */
export async function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  mkdirSync(path.dirname(FOLDER), { recursive: true })
  while (!isTaken()) await delay(250)
  try {
    return await work()
  } finally {
    rmSync(FOLDER, { recursive: true, force: true })
  }
}

function isTaken(): boolean {
  try {
    mkdirSync(FOLDER)
    return true
  } catch {
    return false
  }
}

/** Before the first story: what a run that was killed has left. */
export default function forgetEarlierRuns(): void {
  rmSync(FOLDER, { recursive: true, force: true })
}

import { cutText, LIMITS } from '@accord/shared/protocol'

import { isNameFree } from '../store/connections/connections.ts'
import type { Db } from '../store/engine/tables.ts'

const HIGHEST_NUMBER = 1000

/** The name itself when it is free, else with the first number that makes it so: `ACME (2)`. */
export async function suggestName(db: Db, name: string): Promise<string> {
  if (await isNameFree(db, name)) return name
  for (let number = 2; number < HIGHEST_NUMBER; number++) {
    const candidate = numbered(name, number)
    if (await isNameFree(db, candidate)) return candidate
  }
  return numbered(name, Date.now())
}

const numbered = (name: string, number: number): string => nameWithEnding(name, ` (${number})`)

/** The name, cut where it and its ending would be too long together. */
export const nameWithEnding = (name: string, ending: string): string =>
  cutText(name, LIMITS.connectionNameChars - ending.length).trim() + ending

export async function checkName(db: Db, name: string): Promise<{ free: boolean; suggestion: string | null }> {
  const free = name.trim() !== '' && (await isNameFree(db, name))
  return { free, suggestion: free || name.trim() === '' ? null : await suggestName(db, name.trim()) }
}

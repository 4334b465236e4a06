import { z } from 'zod'

import { isRefusal } from '../../refusals/refusal.ts'
import type { TrackerRefusal } from '../tracker.ts'
import { readRecords, type Reading } from './read-records.ts'
import { refusedBy } from './refused-by-instance.ts'

const ReadOne = z.object({ table: z.string(), id: z.string() })
const Find = z.object({ table: z.string(), where: z.record(z.string(), z.string()) })
const Display = z.object({ table: z.string(), display: z.string() })

const fault = ({ code, message }: Pick<TrackerRefusal, 'message'> & { readonly code: string }) => ({
  fault: { code, message },
})

/** What a script looks up while it runs: a record behind a reference, or records by their values. */
export async function answerLookup(reading: Reading, name: string, request: string): Promise<string> {
  try {
    return JSON.stringify(await answerOf(reading, name, JSON.parse(request) as unknown))
  } catch (error) {
    // A question of a form that no instance has is the script's fault; whatever else fails is tried again.
    if (error instanceof z.ZodError || (isRefusal(error) && error.code === 'malformed'))
      return JSON.stringify(fault({ code: 'refused_by_instance', message: `${name} was asked for in a wrong form` }))
    throw error
  }
}

async function answerOf(reading: Reading, name: string, request: unknown): Promise<unknown> {
  switch (name) {
    case 'record':
      return recordOf(reading, ReadOne.parse(request))
    case 'find':
      return matchesOf(reading, Find.parse(request))
    case 'display':
      return matchesOf(reading, Display.parse(request))
    default:
      return fault({ code: 'unsupported', message: `${name} cannot be used in rules yet` })
  }
}

async function recordOf(reading: Reading, place: z.infer<typeof ReadOne>): Promise<unknown> {
  const [read] = await readRecords(reading, [place])
  if (read?.kind === 'refused') return fault(read)
  return read?.kind === 'record' ? { fields: read.record.fields } : null
}

async function matchesOf({ calls }: Reading, find: z.infer<typeof Find> | z.infer<typeof Display>): Promise<unknown> {
  const [found] = (await calls.find({ finds: [find] })).finds
  if (found?.refused) return fault(refusedBy(found.refused))
  return { matches: found?.matches ?? [] }
}

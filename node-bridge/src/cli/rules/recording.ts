import type { RecordedRun } from '@accord/shared/schemas'
import { z } from 'zod'

import { RefusedError } from '../command.ts'
import type { RulesFolder } from './folder.ts'

const Json = z.json()

/** What a run has come to, without what differs between two machines. */
const Expected = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('done'), result: Json }),
  z.strictObject({ kind: z.literal('stopped'), reason: z.string() }),
  z.strictObject({ kind: z.literal('failed'), code: z.string(), message: z.string() }),
])
export type Expected = z.infer<typeof Expected>

/** `expect`: null where nobody has said yet what is right; `accord rules test --update` writes it. */
const Recording = z.strictObject({
  direction: z.enum(['outgoing', 'incoming']),
  mayWiden: z.boolean(),
  input: z.record(z.string(), Json),
  answers: z.array(z.strictObject({ kind: z.enum(['lookup', 'step']), name: z.string(), request: Json, answer: Json })),
  expect: Expected.nullable(),
})
export type Recording = z.infer<typeof Recording>

const FOLDER = 'recordings'

export const recordingsFolder = (name: string): string => `connections/${name}/${FOLDER}`

/** `incident.outgoing.INC0010001.json`: of the key only what every file system takes. */
export const recordingFile = (name: string, table: string, { direction }: RecordedRun, key: string): string =>
  `${recordingsFolder(name)}/${table}.${direction}.${key.replaceAll(/[^A-Za-z0-9-]+/g, '_').slice(0, 60) || '_'}.json`

export const recordingOf = (run: RecordedRun, mayWiden: boolean): Recording =>
  Recording.parse({
    direction: run.direction,
    mayWiden,
    input: JSON.parse(run.input ?? '{}') as unknown,
    answers: run.answers.map(({ request, answer, ...named }) => ({
      ...named,
      request: JSON.parse(request) as unknown,
      answer: JSON.parse(answer) as unknown,
    })),
    expect: null,
  })

/** Throws `RefusedError`, naming the place. */
export async function readRecording(folder: RulesFolder, file: string): Promise<Recording> {
  const text = (await folder.read(file)) ?? ''
  const read = Recording.safeParse(parsed(file, text))
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new RefusedError(`${file} is no recording: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`)
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new RefusedError(`${file} is no JSON: ${error instanceof Error ? error.message : ''}`)
  }
}

/** Members in the order of their names: two recordings of one record differ where the record does. */
export const writeRecording = (folder: RulesFolder, file: string, recording: Recording): Promise<boolean> =>
  folder.write(file, prettyJson(recording))

export const prettyJson = (value: unknown): string => JSON.stringify(ordered(value), null, 2)

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return Object.fromEntries(
    members.toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([name, inner]) => [name, ordered(inner)]),
  )
}

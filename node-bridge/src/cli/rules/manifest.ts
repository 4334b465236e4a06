import { createHash } from 'node:crypto'

import { SyncTable } from '@accord/shared/schemas'
import { COMMENT_HISTORIES, SYNC_LIMITS } from '@accord/shared/sync'
import { z } from 'zod'

import { RefusedError } from '../command.ts'
import { FOLDER_NAME } from './folder-names.ts'
import type { RulesFolder } from './folder.ts'

export const MANIFEST = 'triggers.json'

/** A version as it was pulled. `sha256`: of its text with the line ends of this folder. Version 0: nothing was published. */
const Pulled = z.strictObject({ version: z.int().min(0), sha256: z.string() })

/** What the folder knows of a connection beside its two scripts. `basedOn`: what the node had when this was pulled. */
const Entry = z.strictObject({
  connectionId: z.uuid(),
  name: z.string(),
  table: SyncTable,
  query: z.string(),
  isActive: z.boolean(),
  history: z.enum(COMMENT_HISTORIES),
  notes: z.string().max(SYNC_LIMITS.noteChars).default(''),
  mayWiden: z.boolean(),
  basedOn: z.strictObject({ outgoing: Pulled, incoming: Pulled, trigger: z.string() }),
})
export type Entry = z.infer<typeof Entry>
export type Trigger = Pick<Entry, 'query' | 'isActive' | 'history' | 'notes' | 'mayWiden'>

const Manifest = z.strictObject({ format: z.literal(1), connections: z.record(z.string().regex(FOLDER_NAME), Entry) })
/** By the names of the folders. */
export type Connections = Readonly<Record<string, Entry>>

/** Throws `RefusedError`, naming the place, where it is not what `accord rules pull` has written. */
export async function readManifest(folder: RulesFolder): Promise<Connections> {
  const text = await folder.read(MANIFEST)
  if (text === undefined) return {}
  const read = Manifest.safeParse(parsed(text))
  if (read.success) return read.data.connections
  const [issue] = read.error.issues
  throw new RefusedError(`${MANIFEST} cannot be read: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim())
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new RefusedError(`${MANIFEST} is no JSON: ${error instanceof Error ? error.message : ''}`)
  }
}

/** In the order of the names: whoever pulls first writes the same as whoever pulls next. */
export const writeManifest = (folder: RulesFolder, connections: Connections): Promise<boolean> => {
  const names = Object.keys(connections).toSorted()
  const inOrder = Object.fromEntries(names.map((name) => [name, connections[name]]))
  return folder.write(MANIFEST, JSON.stringify({ format: 1, connections: inOrder }, null, 2))
}

export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Folders that know no notes have hashed the rest: it stays the same where there are none. */
export const hashOfTrigger = ({ query, isActive, history, notes, mayWiden }: Trigger): string =>
  sha256Of(JSON.stringify([query, isActive, history, mayWiden, ...(notes === '' ? [] : [notes])]))

export const scriptFile = (folder: string, { table }: Pick<Entry, 'table'>, direction: 'outgoing' | 'incoming') =>
  `connections/${folder}/${table}.${direction}.ts`

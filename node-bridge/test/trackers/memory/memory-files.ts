import { createHash, randomUUID } from 'node:crypto'

import type { SyncFile } from '@accord/shared/schemas'

import type { FileToSend, PlannedFile, SentFile, WrittenFile } from '../../../src/trackers/tracker.ts'

interface MemoryFile {
  readonly id: string
  readonly record: string
  readonly name: string
  readonly content: Buffer
  readonly author: string
  /** Where it was attached first, if that was not here. */
  readonly origin: string | null
}

/** How contents go between this tracker and its node. */
export interface FileWay {
  readonly upload: (id: string, content: AsyncIterable<Uint8Array>) => Promise<unknown>
  readonly download: (id: string) => Promise<AsyncIterable<Uint8Array>>
}

const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('base64url')

/** The files of a tracker in memory. `way` of a node comes once that runs. */
export function createMemoryFiles(instanceUid: string) {
  const files = new Map<string, MemoryFile>()
  /** What pairs have brought: pair and file. */
  const effects = new Map<string, string>()
  let way: FileWay | undefined
  let written = 0

  const on = (record: string) => [...files.values()].filter((file) => file.record === record)
  const attach = (file: Omit<MemoryFile, 'id'>): MemoryFile => {
    const kept = { ...file, id: randomUUID().replaceAll('-', '') }
    files.set(kept.id, kept)
    return kept
  }
  const shown = ({ id, name, content, author, origin }: MemoryFile): SyncFile => ({
    id: origin ?? `${instanceUid}:${id}`,
    name,
    type: 'application/octet-stream',
    bytes: content.length,
    sha256: hashOf(content),
    author: { name: author },
    at: new Date().toISOString(),
  })
  return {
    join: (given: FileWay) => void (way = given),
    on,
    /** How often contents were written. */
    written: () => written,
    shown: (record: string): readonly SyncFile[] => on(record).map(shown),
    attach: (record: string, name: string, content: Buffer, author = 'Ann Author') =>
      attach({ record, name, content, author, origin: null }),
    detach: (id: string) => files.delete(id),
    send: async ({ recordId, sha256, upload }: FileToSend): Promise<SentFile> => {
      const file = on(recordId).find(({ content }) => hashOf(content) === sha256)
      if (!file) return { kind: 'gone' }
      await way?.upload(upload, inChunks(file.content))
      return { kind: 'sent' }
    },
    write: async ({ pair, recordId, file, download }: PlannedFile): Promise<WrittenFile> => {
      const effect = `${pair} ${file.id}`
      const known = effects.get(effect)
      if (download === undefined) {
        effects.delete(effect)
        const isOwn = known !== undefined && files.get(known)?.origin === null
        if (known !== undefined && !isOwn && ![...effects.values()].includes(known)) files.delete(known)
        return { kind: 'written' }
      }
      if (known !== undefined) return { kind: 'written' }
      const ofPair = new Set([...effects].filter(([key]) => key.startsWith(`${pair} `)).map(([, id]) => id))
      const same = on(recordId).find(
        ({ id, name, content }) => !ofPair.has(id) && name === file.name && hashOf(content) === file.sha256,
      )
      if (same) {
        effects.set(effect, same.id)
        return { kind: 'written' }
      }
      const chunks: Uint8Array[] = []
      for await (const chunk of (await way?.download(download)) ?? []) chunks.push(chunk)
      written += 1
      const content = Buffer.concat(chunks)
      const { id } = attach({ record: recordId, name: file.name, content, author: file.author, origin: file.id })
      effects.set(effect, id)
      return { kind: 'written' }
    },
  }
}

export type MemoryFiles = ReturnType<typeof createMemoryFiles>

/** As a network gives them: in pieces that fit nothing. */
async function* inChunks(content: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += 100_003) yield content.subarray(at, at + 100_003)
}

import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import path from 'node:path'

import type { z } from 'zod'

import { parseStrictJson } from '../jws/strict-json.ts'

/** Writes a small JSON file of mode 0600: whole on the disk before it takes the place of the one before. */
export function writeDurably(file: string, value: object): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.${process.pid}`
  const descriptor = openSync(draft, 'w', 0o600)
  writeSync(descriptor, `${JSON.stringify(value)}\n`)
  fsyncSync(descriptor)
  closeSync(descriptor)
  renameSync(draft, file)
}

/** Undefined when there is no file, or one of another form. */
export function readDurable<Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema> | undefined {
  try {
    const parsed = schema.safeParse(parseStrictJson(readFileSync(file)))
    return parsed.success ? parsed.data : undefined
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

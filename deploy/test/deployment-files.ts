import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { parse } from 'yaml'
import type { z } from 'zod'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** `file`: relative to the repository's root. */
export const readText = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8')

/** Parses one YAML document strictly (a key that stands twice is an error) and checks it by `schema`. */
export function readYaml<Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema> {
  return schema.parse(parse(readText(file), { strict: true, uniqueKeys: true, merge: true }))
}

import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import type { Secret } from './secret.ts'

/** Something that was written or answered. */
export interface Trace {
  readonly place: string
  readonly content: Buffer
}

export const traceOf = (place: string, text: string): Trace => ({ place, content: Buffer.from(text) })

/** Every file below a directory, as raw bytes: databases, write-ahead logs and whatever else was left there. */
export const tracesIn = (name: string, directory: string): Trace[] =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name)
      return { place: `${name}: ${path.relative(directory, file)}`, content: readFileSync(file) }
    })

/** One sentence for each secret in each place; empty when nothing was left behind. */
export const findSecrets = (traces: readonly Trace[], secrets: readonly Secret[]): string[] =>
  traces.flatMap(({ place, content }) =>
    secrets
      .filter(({ forms }) => forms.some((form) => content.includes(form)))
      .map(({ name }) => `${name} stands in ${place}`),
  )

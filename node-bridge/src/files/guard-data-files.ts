import path from 'node:path'

import type { Finding } from '@accord/shared/schemas'
import type { Logger } from 'pino'

import { type Looked, lookAt, narrow } from './private-file.ts'

/** What a node writes beside its key. A file that is not there yet is made with mode 0600. */
const OURS = [
  'accord.sqlite',
  'accord.sqlite-wal',
  'accord.sqlite-shm',
  'node.lock',
  'restore-marker.json',
  'licence-clock.json',
  'audit-anchor.json',
]
const KEYS = ['master.key', 'master.key.previous']

/** A file that others can read and that is not ours to remedy. Its message is for the operator. */
class ExposedFileError extends Error {
  override readonly name = 'ExposedFileError'
}

/**
 * At the start, before the database is opened: files of the data directory that somebody else may read are narrowed to 0600 and
 * named in the log. What cannot be narrowed refuses the start, unless the platform keeps no modes or has given them to the
 * node's own group: then the node starts, and the answered finding says what is true.
 */
export function guardDataFiles(dataDir: string, settingsFiles: readonly string[], log: Logger): Finding[] {
  const ours = OURS.map((name) => narrow(path.join(dataDir, name))).filter((each) => each !== undefined)
  for (const { before, after } of ours) {
    if (before.privacy !== 'private' && after.privacy === 'private')
      log.warn({ file: before.file, mode: before.mode }, 'others could read this file; it is narrowed to 0600 now')
    if (after.privacy === 'others' || after.privacy === 'group') throw new ExposedFileError(sentenceOf(after))
  }
  const kept = [...KEYS.map((name) => path.join(dataDir, name)), ...settingsFiles].map(lookAt)
  const open = [...ours.map(({ after }) => after), ...kept].filter((each) => each !== undefined)
  const finding = findingOf(open.filter(({ privacy }) => privacy !== 'private'))
  if (finding) log.warn({ finding: finding.code }, finding.detail)
  return finding ? [finding] : []
}

const sentenceOf = ({ file, mode }: Looked): string =>
  `${file} can be read by others (mode ${mode}), and it does not belong to the user of this process, which could remedy that. Run: chown and chmod 600 ${file}`

/** At most one finding: what is true of one file is mostly true of its neighbours. */
function findingOf(open: readonly Looked[]): Finding | undefined {
  const [first] = open
  if (!first) return undefined
  const names = [...new Set(open.map(({ file }) => path.basename(file)))].join(', ')
  const detail =
    first.privacy === 'no-modes'
      ? `This system keeps no file modes: who can reach the directory can read ${names}.`
      : `The platform lets the node's own group read ${names} (mode ${first.mode}).`
  return {
    code: 'files',
    state: 'warning',
    detail,
    remedy: 'Give nobody but the node access to its directory and its secrets; no other process may be in its group.',
  }
}

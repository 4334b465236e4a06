import { chmodSync, closeSync, openSync, realpathSync, statfsSync, statSync } from 'node:fs'
import path from 'node:path'

import { type FileDetails, privacyOf, type Privacy, type Reader } from './file-privacy.ts'

/** Magic numbers of file systems that answer a mode for every file which nobody has set: FAT, exFAT, NTFS, SMB. */
const WITHOUT_MODES = new Set([0x4d44, 0x2011bab0, 0x5346544e, 0x7366746e, 0x517b, 0xff534d42, 0xfe534d42])

const ourselves = (): Reader => ({
  uid: process.getuid?.() ?? -1,
  groups: [...(process.getgroups?.() ?? []), process.getgid?.() ?? -1],
})

/** Undefined where there is no such file. Follows links: a secret of Kubernetes is one. */
export function detailsOf(file: string): FileDetails | undefined {
  const stat = statSync(file, { throwIfNoEntry: false })
  if (!stat) return undefined
  const directory = statSync(path.dirname(realpathSync(file)))
  const keepsModes = process.platform !== 'win32' && !WITHOUT_MODES.has(statfsSync(file).type)
  return { mode: stat.mode, uid: stat.uid, gid: stat.gid, directory, keepsModes }
}

export interface Looked {
  readonly file: string
  readonly privacy: Privacy
  /** In octal digits. */
  readonly mode: string
}

export function lookAt(file: string): Looked | undefined {
  const details = detailsOf(file)
  return details && { file, privacy: privacyOf(details, ourselves()), mode: (details.mode & 0o777).toString(8) }
}

/** Takes from group and others what they may do with a file of ours. Answers how it was and how it is. */
export function narrow(file: string): { readonly before: Looked; readonly after: Looked } | undefined {
  const before = lookAt(file)
  if (!before) return undefined
  if (before.privacy === 'private' || before.privacy === 'no-modes') return { before, after: before }
  try {
    chmodSync(file, 0o600)
  } catch {
    // Only the mode is checked here; what the owner means is for the caller to decide.
  }
  return { before, after: lookAt(file) ?? before }
}

/** Makes an empty file of mode 0600 where there is none, whatever the directory and the umask would give it. */
export function createPrivately(file: string): void {
  closeSync(openSync(file, 'a', 0o600))
}

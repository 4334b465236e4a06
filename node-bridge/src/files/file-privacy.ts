/** What the system says of a file, its directory and the file system. */
export interface FileDetails {
  readonly mode: number
  readonly uid: number
  readonly gid: number
  readonly directory: { readonly mode: number; readonly gid: number }
  /** False on Windows, and on file systems that keep no modes of their own, such as FAT and shares of Windows. */
  readonly keepsModes: boolean
}

/** User and groups of this process, its primary group included. */
export interface Reader {
  readonly uid: number
  readonly groups: readonly number[]
}

/**
 * `platform`: only our own group may look, and the platform gave it that: a file of root that is lent to us for reading (a
 * Secret of Kubernetes, Debian's way with keys), or one in a volume whose directory hands its group on (`fsGroup`).
 */
export type Privacy = 'private' | 'no-modes' | 'platform' | 'group' | 'others'

const GROUP = 0o070
const OTHERS = 0o007
const GROUP_WRITES = 0o020
const SET_GROUP = 0o2000
const ROOT = 0

export function privacyOf(file: FileDetails, reader: Reader): Privacy {
  if (!file.keepsModes) return 'no-modes'
  if (file.mode & OTHERS) return 'others'
  if (!(file.mode & GROUP)) return 'private'
  const isOurGroup = reader.groups.includes(file.gid)
  const isLent = file.uid === ROOT && reader.uid !== ROOT && !(file.mode & GROUP_WRITES)
  const isHandedOn = Boolean(file.directory.mode & SET_GROUP) && file.directory.gid === file.gid
  return isOurGroup && (isLent || isHandedOn) ? 'platform' : 'group'
}

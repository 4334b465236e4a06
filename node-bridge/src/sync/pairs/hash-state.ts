import crypto from 'node:crypto'

import type { Replica, SyncComment, SyncFile } from '@accord/shared/schemas'

import { canonicalJson } from './canonical-json.ts'
import type { Hashes, Path, StateHashes } from './sync-pair.ts'

/** 128 bits of SHA-256 keep two values apart, and are half as long in every row. */
const HASH_CHARACTERS = 22

/** Behind the hash of an internal entry: one that was internal is never taken for a visible one later. No hash ends so. */
const INTERNAL_MARK = '.'

export const isInternalHash = (hash: string | undefined): boolean => hash?.endsWith(INTERNAL_MARK) === true

const DIGEST = /[A-Za-z0-9_-]+/

/** Entries of before, of which nothing is known any more but that they are internal, and who brought them. */
export const onlyInternal = (comments: Hashes): Hashes =>
  Object.fromEntries(
    Object.entries(comments).flatMap(([id, hash]) => (isInternalHash(hash) ? [[id, hash.replace(DIGEST, '')]] : [])),
  )

/** Is the wording of an entry known? Not where all that is known is that it is internal. */
export const isWordingKnown = (hash: string | undefined): boolean => hash !== undefined && DIGEST.test(hash)

export interface StateContent {
  readonly replica: Replica
  readonly comments: readonly SyncComment[]
  readonly files: readonly SyncFile[]
}

/**
 * What a record says, without saying it: one keyed hash for each path, comment and file. `key`: secret of the node, at least
 * 32 characters, so that who reads the database cannot try values. `pair`: its id, so that equal values of two pairs do not
 * look alike. A hash in front of which a secret stands is enough, since no hash is ever taken for a proof; an HMAC costs
 * several times as much.
 */
export function hashState({ replica, comments, files }: StateContent, key: string, pair: string): StateHashes {
  const hash = (kind: string, name: string, value: unknown): string =>
    crypto
      .hash('sha256', `${key}\n${pair}\n${kind}\n${JSON.stringify(name)}\n${canonicalJson(value)}`, 'base64url')
      .slice(0, HASH_CHARACTERS)
  const each = (kind: string, entries: readonly (readonly [string, unknown])[]): Hashes =>
    Object.fromEntries(entries.map(([name, value]) => [name, hash(kind, name, value)]))
  return {
    paths: each('path', valuesOf(replica)),
    comments: Object.fromEntries(
      comments.map(({ id, body, internal }) => [
        id,
        `${hash('comment', id, [body, internal])}${internal ? INTERNAL_MARK : ''}`,
      ]),
    ),
    files: each(
      'file',
      files.map(({ id, name, sha256 }) => [id, [name, sha256]]),
    ),
  }
}

/** The units of change of a replica: its members, and those of its `customKeys` (PROTOCOL.md §11.4). */
function valuesOf({ customKeys, ...members }: Replica): (readonly [Path, unknown])[] {
  const inside = Object.entries(customKeys).map(([name, value]) => [`/customKeys/${escaped(name)}`, value] as const)
  const own = Object.entries(members).map(([name, value]) => [`/${escaped(name)}`, value] as const)
  return [...own, ...inside].filter(([, value]) => value !== undefined)
}

/** RFC 6901. */
export const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1')

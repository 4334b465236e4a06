import type { Db } from './tables.ts'

/** Proves the text of an audit entry with a key that is not in the database. */
export type EntrySigner = (text: string) => string

const signers = new WeakMap<Db, EntrySigner>()

/** Whoever opened the database with a signer has all its transactions sign: no caller of the audit log can forget it. */
export const signWith = (transaction: Db, signer: EntrySigner): void => void signers.set(transaction, signer)

export const signerOf = (transaction: Db): EntrySigner | undefined => signers.get(transaction)

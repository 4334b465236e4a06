import type { Generated } from 'kysely'

/** Who may sign in at the bridge's own console. `password_sealed`: a salted hash under the vault. */
export interface ConsoleUserTable {
  id: string
  name: string
  /** The name as it is compared. */
  name_key: string
  role: string
  /** 1: may write scripts and publish them. */
  rules_author: Generated<number>
  disabled: number
  password_sealed: string | null
  created_at: number
  last_sign_in_at: number | null
}

export interface ConsoleSessionTable {
  token_hash: string
  user_id: string
  started_at: number
  last_seen_at: number
  ends_at: number
  address: string
  browser: string
}

/** A link that is spent is gone. */
export interface ConsoleLinkTable {
  token_hash: string
  user_id: string
  expires_at: number
}

/** One row at most: the instance that this node serves. */
export interface PairingTable {
  id: number
  instance_url: string
  api_base: string
  instance_name: string
  instance_version: string
  app_version: string
  token_hash: string
  callback_key_sealed: string
  paired_by: string
  paired_at: number
  last_callback_at: number | null
  last_callback_code: string | null
  last_callback_detail: string | null
  clock_difference_ms: number | null
  instance_id: string | null
  copy_url: string | null
  copy_refused_at: number | null
  calls_paid_until: number | null
  backfill_paid_until: number | null
}

export interface PairingCodeTable {
  secret_hash: string
  issued_at: number
  expires_at: number
  used_at: number | null
  used_token_hash: string | null
}

/** One row at most: what this side is, where no instance is paired. */
export interface TrackerTable {
  id: number
  kind: string
  url: string
  name: string
}

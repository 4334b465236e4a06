/** What needs a person, or did: one row for each cause, connection and subject. */
export interface NoticeTable {
  cause: string
  /** Empty: of no connection. */
  connection_id: string
  /** A word that says more of the cause; empty where there is none. */
  subject: string
  /** `open` or `over`. */
  state: string
  count: number
  began_at: number
  /** When it was last there. */
  seen_at: number
  /** 1: of this time that it is open somebody was notified. */
  is_reported: number
  /** When its beginning or growing was last reported, of whatever time. */
  reported_at: number | null
  /** The lowest count since then. */
  reported_count: number
}

/** Notices on their way to one recipient. */
export interface NoticeDeliveryTable {
  id: string
  channel: string
  recipient: string
  language: string
  /** JSON: what is reported, without anything of a record. */
  notices: string
  state: string
  attempts: number
  /** Why the last attempt failed. */
  code: string | null
  reply: string | null
  created_at: number
}

/** One row: which replica looks for what needs a person. */
export interface NoticeWatchTable {
  id: number
  token: string | null
  until: number
}

/** A user of the console who wants notices, or did. */
export interface NoticeRecipientTable {
  user_id: string
  address: string
  language: string
  is_wanted: number
  changed_at: number
}

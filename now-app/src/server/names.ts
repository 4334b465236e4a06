import { SCOPE } from './scope.ts'

export const TABLES = {
  connection: `${SCOPE}_connection`,
  connectionSnapshot: `${SCOPE}_connection_snapshot`,
  handshakeLog: `${SCOPE}_handshake_log`,
  invitation: `${SCOPE}_invitation`,
  node: `${SCOPE}_node`,
  changeNotice: `${SCOPE}_change_notice`,
  effect: `${SCOPE}_effect`,
  nonce: `${SCOPE}_nonce`,
  syncAccess: `${SCOPE}_sync_access`,
  syncPair: `${SCOPE}_sync_pair`,
  watch: `${SCOPE}_watch`,
  writePlan: `${SCOPE}_write_plan`,
} as const

export const ROLES = {
  admin: `${SCOPE}.admin`,
  maintainer: `${SCOPE}.maintainer`,
  auditor: `${SCOPE}.auditor`,
  rulesAuthor: `${SCOPE}.rules_author`,
} as const

/** Of the instance's event registry: at most 40 characters. */
export const EVENTS = { notice: `${SCOPE}.notice` } as const

export const PROPERTIES = {
  allowPlainHttp: `${SCOPE}.node.allow_plain_http`,
  httpTimeoutMs: `${SCOPE}.node.http_timeout_ms`,
  loggingVerbosity: `${SCOPE}.logging.verbosity`,
  watchedTables: `${SCOPE}.sync.watched_tables`,
} as const

/** The page of the console. */
export const CONSOLE_PAGE = `${SCOPE}_console.do`

/** The page of one record and its sync. */
export const RECORD_PAGE = `${SCOPE}_record.do`

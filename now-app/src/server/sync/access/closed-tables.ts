import { SCOPE } from '../../scope.ts'

/** People and groups: what references point at. Of the platform's own tables no others open. */
const OPEN_PLATFORM_TABLES = ['sys_user', 'sys_user_group']

/** Where the platform and its applications keep what lets somebody in, what runs, and what they do for sync. */
const CLOSED =
  /^(?:sys|oauth|ecc|v_|ua_|license|usageanalytics|discovery_cred|sn_cred|sn_kmf|kmf_|digital_sign|ldap|saml|sso_|user_multi|multi_factor|password|pwd_|http_connection|mid_server)|(?:_token|_secret|_credentials?|_certificate|_password)s?$/

/** No entry of sync access opens these. */
export const isClosedTable = (table: string): boolean =>
  table.startsWith(`${SCOPE}_`) || (CLOSED.test(table) && !OPEN_PLATFORM_TABLES.includes(table))

/** The platform's own tables are never written. */
export const isReadOnlyTable = (table: string): boolean => table.startsWith('sys_') || isClosedTable(table)

/** Types of fields that no entry of sync access lets leave or be written. */
const SECRET_TYPES = ['password', 'password2', 'glide_encrypted', 'encrypted_text', 'certificate', 'key_store']
const JOURNAL_TYPES = ['journal', 'journal_input', 'journal_list']

export const isSecretType = (type: string): boolean => SECRET_TYPES.includes(type)
export const isJournalType = (type: string): boolean => JOURNAL_TYPES.includes(type)
/** A journal that takes entries; a list shows those of others. */
export const isJournalInput = (type: string): boolean => type === 'journal_input' || type === 'journal'

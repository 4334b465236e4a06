import type { Tables } from '../engine/tables.ts'

/** Where the database holds sealed values. `key` finds the row again; `contextOf` gets the value of `owner`. */
export interface SealedColumn {
  readonly table: keyof Tables
  readonly column: string
  readonly key: string
  readonly owner: string
  readonly contextOf: (owner: string) => string
}

/** Every column that ends in `_sealed`; a test holds this list against the schema. The contexts are those of whoever seals. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  { table: 'node', column: 'identity_sealed', key: 'id', owner: 'id', contextOf: () => 'node-identity-key' },
  { table: 'node', column: 'sync_key_sealed', key: 'id', owner: 'id', contextOf: () => 'sync-key' },
  { table: 'pairing', column: 'callback_key_sealed', key: 'id', owner: 'id', contextOf: () => 'callback-key' },
  {
    table: 'connection',
    column: 'local_key_sealed',
    key: 'id',
    owner: 'id',
    contextOf: (connectionId) => `connection-key:${connectionId}`,
  },
  {
    table: 'key_rotation',
    column: 'key_sealed',
    key: 'x',
    owner: 'connection_id',
    contextOf: (connectionId) => `connection-key:${connectionId}`,
  },
  {
    table: 'redemption',
    column: 'invitation_sealed',
    key: 'invitation_id',
    owner: 'invitation_id',
    contextOf: (invitationId) => `invitation:${invitationId}`,
  },
  {
    table: 'redemption',
    column: 'key_sealed',
    key: 'invitation_id',
    owner: 'connection_id',
    contextOf: (connectionId) => `connection-key:${connectionId}`,
  },
  {
    table: 'console_user',
    column: 'password_sealed',
    key: 'id',
    owner: 'id',
    contextOf: (userId) => `console-password:${userId}`,
  },
  {
    table: 'sync_pair',
    column: 'outbound_sealed',
    key: 'id',
    owner: 'id',
    contextOf: (itemId) => `sync-outbound:${itemId}`,
  },
  {
    table: 'sync_pair',
    column: 'inbound_sealed',
    key: 'id',
    owner: 'id',
    contextOf: (itemId) => `sync-inbound:${itemId}`,
  },
  {
    table: 'sync_pair',
    column: 'fault_sealed',
    key: 'id',
    owner: 'id',
    contextOf: (itemId) => `sync-fault:${itemId}`,
  },
  {
    table: 'pair_file',
    column: 'file_sealed',
    key: 'id',
    owner: 'id',
    contextOf: (fileId) => `pair-file:${fileId}`,
  },
  {
    table: 'kept_message',
    column: 'text_sealed',
    key: 'id',
    owner: 'id',
    contextOf: (messageId) => `kept-message:${messageId}`,
  },
  {
    table: 'script_step',
    column: 'answer_sealed',
    key: 'id',
    owner: 'id',
    contextOf: (stepId) => `script-step:${stepId}`,
  },
  {
    table: 'unmapped_word',
    column: 'word_sealed',
    key: 'id',
    owner: 'id',
    contextOf: (id) => `unmapped-word:${id}`,
  },
  {
    table: 'canary_pair',
    column: 'detail_sealed',
    key: 'id',
    owner: 'id',
    contextOf: (id) => `canary-pair:${id}`,
  },
  { table: 'blob', column: 'key_sealed', key: 'id', owner: 'id', contextOf: (blobId) => `blob-key:${blobId}` },
  { table: 'audit_head', column: 'head_sealed', key: 'id', owner: 'id', contextOf: () => 'audit-head' },
]

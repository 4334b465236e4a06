import { GlideDateTime, GlideRecord, gs } from '@servicenow/glide'
import type { PairingResponse } from '@accord/shared/schemas'
import { Refusal } from '../http/refusal.ts'
import { removeRows, rowRefused, updateRow } from '../connection-rows/require-written.ts'
import { TABLES } from '../names.ts'
import { writeFields } from '../platform/write-fields.ts'
import { instanceId, instanceName, instanceUrl } from './instance-address.ts'

const TABLE = TABLES.node

/** The two secrets that this instance made; the node keeps the hash of one and the other encrypted. */
export interface PairingSecrets {
  readonly token: string
  /** Base64, 32 bytes. */
  readonly callbackKey: string
}

export interface PairedNode extends PairingSecrets {
  readonly nodeUrl: string
  readonly instanceUid: string
}

/** The node of this instance, or undefined while it is not paired: also where it holds the pairing of another instance. */
export function findPairedNode(): PairedNode | undefined {
  const row = findPairedRow()
  if (!row || copiedFrom(row) !== undefined) return undefined
  return { nodeUrl: row.getValue('node_url'), instanceUid: row.getValue('instance_uid'), ...secretsOf(row) }
}

/** The URL of the instance whose pairing this one holds, where this one is a copy of it. */
export function findCopiedInstance(): string | undefined {
  const row = findPairedRow()
  return row && copiedFrom(row)
}

/** As for any call that needs a node: `instance_copied` with the instance that was paired, or `not_paired`. */
export function requirePairedNode(): PairedNode {
  const node = findPairedNode()
  if (node) return node
  const copyOf = findCopiedInstance()
  if (copyOf === undefined) throw new Refusal('not_paired')
  throw new Refusal('instance_copied', `This is a copy of ${copyOf}.`, { copyOf })
}

/** Also where it is the pairing of another instance. */
export function findPairedRow(): GlideRecord<string> | undefined {
  const row = new GlideRecord(TABLE)
  row.addQuery('pairing_state', 'paired')
  row.orderByDesc('paired_at')
  row.setLimit(1)
  row.query()
  return row.next() ? row : undefined
}

/**
 * A clone that was made without the exclusion list carries this row and the key of its secrets. Which of the three it
 * carries, too, is said in no document: one difference is enough. A row without them is of a release that did not keep them.
 */
function copiedFrom(row: GlideRecord<string>): string | undefined {
  const url = row.getValue('paired_instance_url') || instanceUrl()
  const id = row.getValue('paired_instance_id') || instanceId()
  const name = row.getValue('paired_instance_name') || instanceName()
  return url === instanceUrl() && id === instanceId() && name === instanceName() ? undefined : url
}

/** The secrets of an earlier attempt with this code, whose answer may have been lost. */
export function findSecrets(codeDigest: string): PairingSecrets | undefined {
  const row = findAttempt(codeDigest)
  return row ? secretsOf(row) : undefined
}

/** Writes the secrets down before the node is called: an answer that is lost can then be asked for again. */
export function storeAttempt(codeDigest: string, nodeUrl: string, secrets: PairingSecrets): GlideRecord<string> {
  const row = new GlideRecord(TABLE)
  row.initialize()
  row.setValue('pairing_state', 'pending')
  row.setValue('code_digest', codeDigest)
  row.setValue('node_url', nodeUrl)
  // setDisplayValue encrypts a password2 field; setValue would store the plain text.
  row.getElement('token').setDisplayValue(secrets.token)
  row.getElement('callback_key').setDisplayValue(secrets.callbackKey)
  if (!row.insert()) throw rowRefused(row)
  return row
}

/** Makes the attempt the node of this instance and forgets every other. */
export function completeAttempt(codeDigest: string, secrets: PairingSecrets, node: PairingResponse): void {
  // A pairing that another admin finished meanwhile has removed the row; the node holds ours now.
  const row = findAttempt(codeDigest) ?? storeAttempt(codeDigest, node.nodeUrl, secrets)
  row.setValue('pairing_state', 'paired')
  row.setValue('node_url', node.nodeUrl)
  row.setValue('instance_uid', node.instanceUid)
  row.setValue('node_version', node.nodeVersion)
  row.setValue('key_fingerprint', node.keyFingerprint)
  row.setValue('paired_instance_id', instanceId())
  row.setValue('paired_instance_name', instanceName())
  row.setValue('paired_instance_url', instanceUrl())
  row.setValue('paired_at', new GlideDateTime().getValue())
  row.setValue('paired_by', gs.getUserID())
  // What this node knows is stored by a job, which says here how far it has come.
  writeFields(row, { reconciled_at: '', reconcile_known: '', reconcile_stored: '', reconcile_refusal: '' })
  updateRow(row)
  const others = new GlideRecord(TABLE)
  others.addQuery('sys_id', '!=', row.getUniqueValue())
  removeRows(others)
}

/** Forgets an attempt that the node refused for good; a pairing that holds stays. */
export function dropAttempt(codeDigest: string): void {
  const row = findAttempt(codeDigest)
  if (row && row.getValue('pairing_state') === 'pending') row.deleteRecord()
}

/** This instance has no node any more; what it has stored stays readable. */
export function forgetPairing(): void {
  const rows = new GlideRecord(TABLE)
  rows.addQuery('pairing_state', 'paired')
  removeRows(rows)
}

function findAttempt(codeDigest: string): GlideRecord<string> | undefined {
  const row = new GlideRecord(TABLE)
  return row.get('code_digest', codeDigest) ? row : undefined
}

const secretsOf = (row: GlideRecord<string>): PairingSecrets => ({
  token: row.getElement('token').getDecryptedValue(),
  callbackKey: row.getElement('callback_key').getDecryptedValue(),
})

import type { Values } from '../../job.ts'
import { call, honest } from '../host.ts'
import { GlideRecord, stateOf } from './record.ts'
import { asPlatform } from '../transaction.ts'
import { handleOf, streamOf, type GlideScriptableInputStream, type StreamHandle } from '../streams.ts'

const ownerOf = (record: GlideRecord) => ({ table: stateOf(record).tableName, sysId: record.getUniqueValue() ?? '' })

type Content = { readonly fileName: string; readonly contentType: string } & (
  { readonly text: string } | { readonly base64: string } | { readonly stream: StreamHandle }
)

/** The row as any other, with its rules; then the bytes. The sys_id, or null when a rule said no. */
export const attach = (record: GlideRecord, content: Content): string | null =>
  asPlatform(() => attachAsPlatform(record, content))

function attachAsPlatform(record: GlideRecord, content: Content): string | null {
  const values = call<Values>('attachment.describe', { ...ownerOf(record), ...content })
  const attachment = new GlideRecord('sys_attachment')
  attachment.initialize()
  for (const [field, value] of Object.entries(values)) stateOf(attachment).write(field, value ?? '')
  const sysId = attachment.insert()
  if (sysId !== null) call('attachment.keep', { attachment: sysId, ...content })
  return sysId
}

/** Files on a record: text, or bytes as base64. */
export class GlideSysAttachment {
  write(record: GlideRecord, fileName: unknown, contentType: unknown, content: unknown): string | null {
    return attach(record, { fileName: String(fileName), contentType: String(contentType), text: String(content) })
  }
  writeBase64(record: GlideRecord, fileName: unknown, contentType: unknown, base64: unknown): string | null {
    return attach(record, { fileName: String(fileName), contentType: String(contentType), base64: String(base64) })
  }
  writeContentStream(record: GlideRecord, fileName: unknown, contentType: unknown, stream: unknown): string | null {
    const content = { fileName: String(fileName), contentType: String(contentType), stream: handleOf(stream) }
    return attach(record, content)
  }
  /** Reads what `getContent` is too short for. */
  getContentStream(sysId: unknown): GlideScriptableInputStream | null {
    const attachment = new GlideRecord('sys_attachment')
    return attachment.get(String(sysId)) ? streamOf({ attachment: attachment.getUniqueValue() ?? '' }) : null
  }
  /** Every file of one record onto another; the sys_ids of the copies. */
  copy(sourceTable: unknown, sourceId: unknown, targetTable: unknown, targetId: unknown): string[] {
    const target = new GlideRecord(targetTable)
    if (!target.get(String(targetId))) return []
    const copies: string[] = []
    const files = this.getAttachments(sourceTable, sourceId)
    while (files.next()) {
      const stream = { attachment: files.getUniqueValue() ?? '' }
      const content = {
        fileName: String(files.getValue('file_name')),
        contentType: String(files.getValue('content_type')),
      }
      const copy = attach(target, { ...content, stream })
      if (copy !== null) copies.push(copy)
    }
    return copies
  }
  getContent(attachment: GlideRecord): string {
    return call<string>('attachment.read', { sysId: attachment.getUniqueValue() ?? '', encoding: 'utf8' })
  }
  getContentBase64(attachment: GlideRecord): string {
    return call<string>('attachment.read', { sysId: attachment.getUniqueValue() ?? '', encoding: 'base64' })
  }
  getAttachments(table: unknown, sysId: unknown): GlideRecord {
    const attachments = new GlideRecord('sys_attachment')
    attachments.addQuery('table_name', String(table))
    attachments.addQuery('table_sys_id', String(sysId))
    attachments.query()
    return attachments
  }
  deleteAttachment(sysId: unknown): void {
    const attachment = new GlideRecord('sys_attachment')
    if (attachment.get(String(sysId))) attachment.deleteRecord()
  }
}
honest('GlideSysAttachment', GlideSysAttachment)

import type { Values } from '../job.ts'
import { call, honest } from './host.ts'
import { GlideRecord, stateOf } from './record.ts'

const target = (record: GlideRecord) => ({ table: stateOf(record).tableName, sysId: record.getUniqueValue() ?? '' })

type Content = { readonly fileName: string; readonly contentType: string } & (
  { readonly text: string } | { readonly base64: string }
)

/** The row as any other, with its rules; then the bytes. The sys_id, or null when a rule said no. */
function attach(record: GlideRecord, content: Content): string | null {
  const values = call<Values>('attachment.describe', { ...target(record), ...content })
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

import { call, honest } from './host.ts'
import { GlideRecord, stateOf } from './record.ts'

const target = (record: GlideRecord) => ({ table: stateOf(record).tableName, sysId: record.getUniqueValue() ?? '' })

/** Files on a record: text, or bytes as base64. */
export class GlideSysAttachment {
  write(record: GlideRecord, fileName: unknown, contentType: unknown, content: unknown): string {
    return call<string>('attachment.write', {
      ...target(record), fileName: String(fileName), contentType: String(contentType), text: String(content),
    }) // prettier-ignore
  }
  writeBase64(record: GlideRecord, fileName: unknown, contentType: unknown, base64: unknown): string {
    return call<string>('attachment.write', {
      ...target(record), fileName: String(fileName), contentType: String(contentType), base64: String(base64),
    }) // prettier-ignore
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
    call('attachment.remove', { sysId: String(sysId) })
  }
}
honest('GlideSysAttachment', GlideSysAttachment)

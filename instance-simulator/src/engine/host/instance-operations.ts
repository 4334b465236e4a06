import type { EngineParts, Row } from '../../contracts.ts'
import { ENGINE_CALLER, firstRow, rowsOf } from '../metadata.ts'
import { keepNewest } from './keep-newest.ts'
import { text, type HostDesk, type HostOperation } from './questions.ts'

/** getContent and getContentBase64 give no more of a file; streams do. */
const MAX_CONTENT_BYTES = 5 * 1024 * 1024
const SYSLOG_LEVELS: Readonly<Record<string, string>> = { debug: '-1', info: '0', warn: '1', error: '2' }

function writeLog({ store, log }: EngineParts, level: string, message: string, source: string): null {
  log(level as 'info', message, { source })
  if (!store.findTable('syslog')) return null
  store.insert('syslog', { level: SYSLOG_LEVELS[level] ?? '0', message, source }, ENGINE_CALLER)
  keepNewest(store, 'syslog')
  return null
}

const sessionOf = ({ parts, caller }: HostDesk) =>
  caller.sessionId === undefined ? undefined : parts.sessions.findById(caller.sessionId)
const user = ({ parts, caller }: HostDesk): Row | undefined => parts.store.find('sys_user', caller.userSysId)

export const INSTANCE_OPERATIONS: Readonly<Record<string, HostOperation>> = {
  'property.get': ({ parts: { store } }, question) => {
    const value = store.property(text(question, 'name'))
    return value === undefined ? null : store.decrypt(value)
  },
  'message.find': ({ parts: { store }, caller }, question) => {
    const key = text(question, 'key')
    if (key.includes('^')) return key
    const found = rowsOf(store, 'sys_ui_message', `key=${key}`)
    const isIn = (language: string) => (row: Row) => (row['language'] || 'en') === language
    const row = found.find(isIn(store.languageOf(caller))) ?? found.find(isIn('en'))
    return row?.['message'] || key
  },
  'log.write': ({ parts }, question) =>
    writeLog(parts, text(question, 'level'), text(question, 'message'), text(question, 'source')),
  'session.token': (desk) => sessionOf(desk)?.token ?? '',
  'session.getClientData': (desk, question) => sessionOf(desk)?.clientData.get(text(question, 'name')) ?? null,
  'session.putClientData': (desk, question) => {
    const data = sessionOf(desk)?.clientData
    if (question['value'] === undefined) data?.delete(text(question, 'name'))
    else data?.set(text(question, 'name'), text(question, 'value'))
    return null
  },
  'user.field': (desk, question) => user(desk)?.[text(question, 'field')] ?? '',
  'user.isMemberOf': ({ parts: { store }, caller }, question) => {
    const group = text(question, 'group')
    const id = /^[0-9a-f]{32}$/.test(group) ? group : firstRow(store, 'sys_user_group', `name=${group}`)?.['sys_id']
    return (
      id !== undefined && firstRow(store, 'sys_user_grmember', `user=${caller.userSysId}^group=${id}`) !== undefined
    )
  },
  'attachment.describe': ({ parts, streams }, question) => {
    const file = {
      name: text(question, 'fileName'),
      contentType: text(question, 'contentType'),
      bytes: streams.bytesOf(question),
    }
    return parts.attachments.describe(text(question, 'table'), text(question, 'sysId'), file)
  },
  'attachment.keep': ({ parts, caller, streams }, question) => {
    parts.attachments.keep(text(question, 'attachment'), streams.bytesOf(question), caller)
    return null
  },
  'attachment.read': ({ parts }, question) =>
    parts.attachments
      .read(text(question, 'sysId'))
      ?.subarray(0, MAX_CONTENT_BYTES)
      .toString(text(question, 'encoding') === 'base64' ? 'base64' : 'utf8') ?? '',
  'stream.text': ({ streams }, question) => streams.read(question['stream']).toString('utf8'),
}

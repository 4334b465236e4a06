import type { Request, Response } from 'express'
import type { Row } from '../../contracts.ts'
import type { RestParts } from '../parts.ts'
import { callerOf } from '../require-caller.ts'
import { mutate } from '../mutate.ts'
import { RestError } from '../rest-error.ts'
import { firstOf, optionsOf } from '../table/request-options.ts'
import { readUploadForm } from './upload-form.ts'

interface NewFile {
  readonly table: string
  readonly sysId: string
  readonly name: string
  readonly contentType: string
  readonly bytes: Buffer
}

/** An attachment is as readable as the record it hangs on. */
async function maySee(parts: RestParts, attachment: Row, response: Response): Promise<boolean> {
  const [table = '', sysId = ''] = [attachment['table_name'], attachment['table_sys_id']]
  const record = parts.store.findTable(table) && parts.store.find(table, sysId)
  if (!record) return callerOf(response).roles.has('admin')
  return (await parts.access.decide('read', table, record, undefined, callerOf(response))).allowed
}

async function visibleAttachment(parts: RestParts, request: Request, response: Response): Promise<Row> {
  const attachment = parts.store.find('sys_attachment', String(request.params['sysId']))
  if (!attachment || !(await maySee(parts, attachment, response))) throw new RestError('noRecord')
  return attachment
}

const flags = new Set(['compressed'])

/** `/api/now`, `/api/now/v1` or `/api/now/v2`: links answer in the version they were asked in. */
const rootOf = ({ settings }: RestParts, request: Request) =>
  `${settings.baseUrl}${request.path.split('/attachment')[0]}/attachment`

function describe(parts: RestParts, request: Request, attachment: Row) {
  const entries = Object.entries(attachment).map(([name, value]) => [
    name,
    flags.has(name) ? String(value === '1') : value,
  ])
  return {
    ...Object.fromEntries(entries),
    download_link: `${rootOf(parts, request)}/${attachment['sys_id']}/file`,
  }
}

export async function listAttachments(parts: RestParts, request: Request, response: Response): Promise<void> {
  const { encodedQuery: encoded, limit, offset } = optionsOf(parts, request)
  const all = parts.store.query('sys_attachment', { encoded }, callerOf(response))
  const result: object[] = []
  for (const attachment of all.slice(offset, offset + limit)) {
    if (await maySee(parts, attachment, response)) result.push(describe(parts, request, attachment))
  }
  response.setHeader('X-Total-Count', String(all.length))
  response.json({ result })
}

export async function readAttachment(parts: RestParts, request: Request, response: Response): Promise<void> {
  response.json({ result: describe(parts, request, await visibleAttachment(parts, request, response)) })
}

export async function readFile(parts: RestParts, request: Request, response: Response): Promise<void> {
  const attachment = await visibleAttachment(parts, request, response)
  const bytes = parts.attachments.read(attachment['sys_id'] ?? '')
  if (!bytes) throw new RestError('noRecord')
  response.setHeader('X-Attachment-Metadata', JSON.stringify(describe(parts, request, attachment)))
  response.setHeader('Content-Type', attachment['content_type'] || 'application/octet-stream')
  response.setHeader(
    'Content-Disposition',
    `attachment; filename*=UTF-8''${encodeURIComponent(attachment['file_name'] ?? '')}`,
  )
  response.send(bytes)
}

/** The body is the file; where it belongs stands in the query. */
export async function addFromBody(parts: RestParts, request: Request, response: Response): Promise<void> {
  const bytes: unknown = request.body
  await add(parts, request, response, {
    table: firstOf(request.query['table_name']) ?? '',
    sysId: firstOf(request.query['table_sys_id']) ?? '',
    name: firstOf(request.query['file_name']) ?? '',
    contentType: request.headers['content-type'] ?? 'application/octet-stream',
    bytes: Buffer.isBuffer(bytes) ? bytes : Buffer.alloc(0),
  })
}

/** multipart/form-data: `table_name`, `table_sys_id`, then the file. */
export async function addFromForm(
  parts: RestParts,
  request: Request,
  response: Response,
  maxBytes: number,
): Promise<void> {
  const { fields, file } = await readUploadForm(request, maxBytes)
  if (!file) throw new RestError('invalidParameter', { detail: 'The form holds no file' })
  await add(parts, request, response, {
    table: fields['table_name'] ?? '',
    sysId: fields['table_sys_id'] ?? '',
    ...file,
  })
}

async function add(
  parts: RestParts,
  request: Request,
  response: Response,
  { table, sysId, ...file }: NewFile,
): Promise<void> {
  const caller = callerOf(response)
  if (file.name === '') throw new RestError('invalidParameter', { detail: 'file_name is missing' })
  if (!parts.store.findTable(table)) throw new RestError('invalidTable', { message: `Invalid table ${table}` })
  const record = parts.store.find(table, sysId)
  const visible = record && (await parts.access.decide('read', table, record, undefined, caller))
  if (!record || !visible?.allowed) throw new RestError('noRecord')
  const writable = await parts.access.decide('write', table, record, undefined, caller)
  if (!writable.allowed) {
    throw new RestError('operationFailed', { detail: 'ACL Exception Insert Failed due to security constraints' })
  }
  const values = parts.attachments.describe(table, sysId, file)
  const attachment = await mutate(parts, 'insert', 'sys_attachment', undefined, values, caller)
  parts.attachments.keep(attachment['sys_id'] ?? '', file.bytes, caller)
  response.setHeader('Location', `${rootOf(parts, request)}/${attachment['sys_id']}`)
  response.status(201).json({ result: describe(parts, request, attachment) })
}

export async function removeAttachment(parts: RestParts, request: Request, response: Response): Promise<void> {
  const attachment = await visibleAttachment(parts, request, response)
  const caller = callerOf(response)
  const [table = '', sysId = ''] = [attachment['table_name'], attachment['table_sys_id']]
  const record = parts.store.findTable(table) && parts.store.find(table, sysId)
  const decision = record && (await parts.access.decide('write', table, record, undefined, caller))
  if (decision ? !decision.allowed : !caller.roles.has('admin')) {
    throw new RestError('operationFailed', { detail: 'ACL Exception Delete Failed due to security constraints' })
  }
  await mutate(parts, 'delete', 'sys_attachment', attachment['sys_id'], {}, caller)
  response.status(204).end()
}

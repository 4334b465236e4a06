import type { Request, Response } from 'express'
import type { Operation, Row } from '../../contracts.ts'
import { findVisible } from '../../engine/find-visible.ts'
import { mutate } from '../mutate.ts'
import type { RestParts } from '../parts.ts'
import { callerOf } from '../require-caller.ts'
import { RestError } from '../rest-error.ts'
import { paginationLinks } from './pagination.ts'
import { presentRecord } from './present-record.ts'
import { readInput } from './read-input.ts'
import { optionsOf } from './request-options.ts'
import { tableOf } from './table-of.ts'

/** `/api/now`, `/api/now/v1` or `/api/now/v2`: links answer in the version they were asked in. */
const apiRootOf = ({ settings }: RestParts, request: Request) => settings.baseUrl + request.path.split('/table/')[0]

/** The row, if it exists and the caller may see it. */
async function visibleRow(parts: RestParts, request: Request, response: Response, table: string): Promise<Row> {
  const row = await findVisible(parts, table, String(request.params['sysId']), callerOf(response))
  const decision = row && (await parts.access.decide('read', table, row, undefined, callerOf(response)))
  if (!row || !decision?.allowed) throw new RestError('noRecord')
  return row
}

/** Who may write a row but not read it gets an empty result. */
async function present(
  parts: RestParts,
  request: Request,
  response: Response,
  table: string,
  row: Row,
): Promise<object> {
  const caller = callerOf(response)
  const decision = await parts.access.decide('read', table, row, undefined, caller)
  if (!decision.allowed) return {}
  return presentRecord(parts, table, row, optionsOf(parts, request), apiRootOf(parts, request), caller)
}

/** GET: the limit is applied before rights, so a page may hold fewer rows than asked for. */
export async function listRecords(parts: RestParts, request: Request, response: Response): Promise<void> {
  const { name } = tableOf(parts, request)
  const caller = callerOf(response)
  const options = optionsOf(parts, request)
  const { limit, offset } = options
  const encoded = await parts.engine.restrictQuery(name, options.encodedQuery, caller)
  const all = encoded === undefined ? [] : parts.store.query(name, { encoded }, caller)
  const result: object[] = []
  for (const row of all.slice(offset, offset + limit)) {
    const decision = await parts.access.decide('read', name, row, undefined, caller)
    if (decision.allowed) result.push(await presentRecord(parts, name, row, options, apiRootOf(parts, request), caller))
  }
  if (options.countTotal) response.setHeader('X-Total-Count', String(all.length))
  if (options.paginationLinks) {
    const url = new URL(request.originalUrl, parts.settings.baseUrl)
    const links = paginationLinks(url, { limit, offset, total: all.length })
    if (links !== undefined) response.setHeader('Link', links)
  }
  response.json({ result })
}

export async function readRecord(parts: RestParts, request: Request, response: Response): Promise<void> {
  const { name } = tableOf(parts, request)
  const row = await visibleRow(parts, request, response, name)
  response.json({ result: await present(parts, request, response, name, row) })
}

export async function createRecord(parts: RestParts, request: Request, response: Response): Promise<void> {
  const { name } = tableOf(parts, request)
  const caller = callerOf(response)
  const input = readInput(parts, name, request.body, caller, optionsOf(parts, request).inputIsDisplayValue)
  await requireRight(parts, 'create', name, input, response)
  const row = await mutate(
    parts,
    'insert',
    name,
    undefined,
    await writable(parts, 'create', name, input, input, response),
    caller,
  )
  response.setHeader('Location', `${apiRootOf(parts, request)}/table/${name}/${row['sys_id']}`)
  response.status(201).json({ result: await present(parts, request, response, name, row) })
}

/** PUT and PATCH do the same on the platform: what is not named stays. */
export async function updateRecord(parts: RestParts, request: Request, response: Response): Promise<void> {
  const { name } = tableOf(parts, request)
  const row = await visibleRow(parts, request, response, name)
  const concrete = row['sys_class_name'] || name
  const input = readInput(
    parts,
    concrete,
    request.body,
    callerOf(response),
    optionsOf(parts, request).inputIsDisplayValue,
  )
  await requireRight(parts, 'write', concrete, row, response)
  const changes = await writable(parts, 'write', concrete, row, input, response)
  const after = await mutate(parts, 'update', concrete, row['sys_id'], changes, callerOf(response))
  response.json({ result: await present(parts, request, response, name, after) })
}

export async function deleteRecord(parts: RestParts, request: Request, response: Response): Promise<void> {
  const { name } = tableOf(parts, request)
  const row = await visibleRow(parts, request, response, name)
  const concrete = row['sys_class_name'] || name
  await requireRight(parts, 'delete', concrete, row, response)
  await mutate(parts, 'delete', concrete, row['sys_id'], {}, callerOf(response))
  response.status(204).end()
}

const verbs = { create: 'Insert', write: 'Update', delete: 'Delete' } as const

async function requireRight(
  parts: RestParts,
  operation: keyof typeof verbs,
  table: string,
  row: Row,
  response: Response,
): Promise<void> {
  const decision = await parts.access.decide(operation, table, row, undefined, callerOf(response))
  if (decision.allowed) return
  throw new RestError('operationFailed', {
    detail: `ACL Exception ${verbs[operation]} Failed due to security constraints`,
  })
}

/** Fields the caller may not write are left as they are, without a word: so does the platform. */
async function writable(
  parts: RestParts,
  operation: Operation,
  table: string,
  row: Row,
  input: Row,
  response: Response,
): Promise<Row> {
  const allowed: Record<string, string> = {}
  for (const [field, value] of Object.entries(input)) {
    const decision = await parts.access.decideField(operation, table, row, field, callerOf(response))
    if (decision.allowed) allowed[field] = value
  }
  return allowed
}

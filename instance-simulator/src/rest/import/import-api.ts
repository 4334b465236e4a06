import { Router, type Request, type Response } from 'express'
import type { Row } from '../../contracts.ts'
import type { TransformOutcome } from '../../engine/job.ts'
import { mutate } from '../mutate.ts'
import type { RestParts } from '../parts.ts'
import { callerOf } from '../require-caller.ts'
import { RestError } from '../rest-error.ts'
import { readInput } from '../table/read-input.ts'
import { tableOf } from '../table/table-of.ts'

const IMPORT_SET = 'sys_import_set'
const STAGED_ROW = 'sys_import_set_row'

function stagingTableOf(parts: RestParts, request: Request): string {
  const { name } = tableOf(parts, request)
  if (!parts.store.schema.ancestry(name).includes(STAGED_ROW))
    throw new RestError('invalidTable', { message: `Invalid staging table ${name}` })
  return name
}

function describeOutcome({ store, settings }: RestParts, { map, table, sysId, status, message }: TransformOutcome) {
  const display = store.schema.displayColumn(table) ?? 'sys_id'
  const row = sysId === '' ? undefined : store.find(table, sysId)
  return {
    transform_map: map,
    table,
    display_name: display,
    display_value: row?.[display] ?? '',
    ...(row ? { record_link: `${settings.baseUrl}/api/now/table/${table}/${sysId}` } : {}),
    status,
    sys_id: sysId,
    ...(message === '' ? {} : status === 'error' ? { error_message: message } : { status_message: message }),
  }
}

function answerOf(parts: RestParts, staging: string, importSet: string, outcomes: readonly TransformOutcome[]) {
  const number = parts.store.find(IMPORT_SET, importSet)?.['number'] ?? ''
  return { import_set: number, staging_table: staging, result: outcomes.map((each) => describeOutcome(parts, each)) }
}

/** POST: a staged row, and at once what every active map of its table makes of it. */
async function importRow(parts: RestParts, request: Request, response: Response): Promise<void> {
  const staging = stagingTableOf(parts, request)
  const caller = callerOf(response)
  const input = readInput(parts, staging, request.body, caller)
  const decision = await parts.access.decide('create', staging, input, undefined, caller)
  if (!decision.allowed)
    throw new RestError('operationFailed', { detail: 'ACL Exception Insert Failed due to security constraints' })
  const set = await mutate(parts, 'insert', IMPORT_SET, undefined, { table_name: staging, state: 'loaded' }, caller)
  const importSet = set['sys_id'] ?? ''
  const row = await mutate(parts, 'insert', staging, undefined, { ...input, sys_import_set: importSet }, caller)
  const { value } = await parts.engine.run({ kind: 'transform', table: staging, sysId: row['sys_id'] ?? '' }, caller)
  await mutate(parts, 'update', IMPORT_SET, importSet, { state: 'processed' }, caller)
  response.status(201).json(answerOf(parts, staging, importSet, value as readonly TransformOutcome[]))
}

/** What a staged row says of its own transformation. */
function outcomeOf({ store }: RestParts, row: Row): TransformOutcome {
  return {
    map: store.find('sys_transform_map', row['sys_transform_map'] ?? '')?.['name'] ?? '',
    table: row['sys_target_table'] ?? '',
    sysId: row['sys_target_sys_id'] ?? '',
    status: row['sys_import_state'] ?? '',
    message: row['sys_import_state_comment'] ?? '',
  }
}

async function readStagedRow(parts: RestParts, request: Request, response: Response): Promise<void> {
  const staging = stagingTableOf(parts, request)
  const row = parts.store.find(staging, String(request.params['sysId']))
  const decision = row && (await parts.access.decide('read', staging, row, undefined, callerOf(response)))
  if (!row || !decision?.allowed) throw new RestError('noRecord')
  response.json(answerOf(parts, staging, row['sys_import_set'] ?? '', [outcomeOf(parts, row)]))
}

/** Import Set API: one row at a time, transformed before the answer. */
export function createImportApi(parts: RestParts): Router {
  const router = Router()
  for (const root of ['/api/now/import', '/api/now/v1/import', '/api/now/v2/import']) {
    router.post(`${root}/:table`, async (request, response) => importRow(parts, request, response))
    router.get(`${root}/:table/:sysId`, async (request, response) => readStagedRow(parts, request, response))
    router.post(`${root}/:table/insertMultiple`, () => parts.ledger.notSimulated(`the API ${root}/…/insertMultiple`))
  }
  return router
}

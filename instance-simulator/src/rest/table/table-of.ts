import type { Request } from 'express'
import type { TableDefinition } from '../../contracts.ts'
import { domainTable } from '../../engine/glide/records/absent-fields.ts'
import type { RestParts } from '../parts.ts'
import { RestError } from '../rest-error.ts'

/** The table that a request names, if web services may reach it. */
export function tableOf(parts: RestParts, request: Request): TableDefinition {
  const name = String(request.params['table'])
  const domain = domainTable(name)
  if (domain !== undefined) parts.ledger.notSimulated(domain)
  const table = parts.store.findTable(name)
  if (!table) throw new RestError('invalidTable', { message: `Invalid table ${name}` })
  if (parts.store.schema.source(name)?.webServiceAccess === false) throw new RestError('notAuthorized')
  return table
}

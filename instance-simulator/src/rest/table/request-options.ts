import type { Request } from 'express'
import type { RestParts } from '../parts.ts'
import { RestError } from '../rest-error.ts'

export type DisplayMode = 'false' | 'true' | 'all'

/** The `sysparm_…` of one Table API request. */
export interface TableRequestOptions {
  readonly encodedQuery: string
  readonly display: DisplayMode
  readonly excludeLinks: boolean
  /** Undefined: every column. */
  readonly fields: readonly string[] | undefined
  readonly limit: number
  readonly offset: number
  readonly countTotal: boolean
  readonly paginationLinks: boolean
  readonly inputIsDisplayValue: boolean
}

const defaultLimit = 10_000

/** They change the answer on the platform and cannot here, so they are refused; `sysparm_query_no_domain` is harmless without domains. */
const absentParameters = ['sysparm_view', 'sysparm_query_category', 'sysparm_suppress_auto_sys_field']

/** Throws RestError for what is no number, NotSimulated for parameters that are not here. */
export function optionsOf({ ledger }: RestParts, request: Request): TableRequestOptions {
  const value = (name: string) => firstOf(request.query[name])
  const absent = absentParameters.find((name) => !['', 'false'].includes((value(name) ?? '').toLowerCase()))
  if (absent !== undefined) ledger.notSimulated(`the parameter ${absent}`)
  const fields = value('sysparm_fields')
    ?.split(',')
    .map((name) => name.trim())
    .filter(Boolean)
  return {
    encodedQuery: [value('sysparm_query') ?? '', ...plainConditions(request)].filter(Boolean).join('^'),
    display: displayMode(value('sysparm_display_value')),
    excludeLinks: isTrue(value('sysparm_exclude_reference_link')),
    fields: fields && fields.length > 0 ? fields : undefined,
    limit: wholeNumber(value('sysparm_limit'), defaultLimit),
    offset: wholeNumber(value('sysparm_offset'), 0),
    countTotal: !isTrue(value('sysparm_no_count')),
    paginationLinks: !isTrue(value('sysparm_suppress_pagination_header')),
    inputIsDisplayValue: isTrue(value('sysparm_input_display_value')),
  }
}

export const firstOf = (value: unknown): string | undefined => {
  const first: unknown = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' ? first : undefined
}

/** `?active=true&state=1` filters as well. */
const plainConditions = (request: Request) =>
  Object.entries(request.query)
    .filter(([name]) => !name.startsWith('sysparm_'))
    .map(([name, value]) => `${name}=${firstOf(value) ?? ''}`)

const isTrue = (value: string | undefined) => value?.toLowerCase() === 'true'

function displayMode(value: string | undefined): DisplayMode {
  const mode = value?.toLowerCase()
  return mode === 'true' || mode === 'all' ? mode : 'false'
}

function wholeNumber(value: string | undefined, otherwise: number): number {
  if (value === undefined || value === '') return otherwise
  const number = Number(value)
  if (!Number.isInteger(number) || number < 0)
    throw new RestError('invalidParameter', { detail: `${value} is no number of records` })
  return number
}

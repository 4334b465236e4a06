import { ERROR_CODES, isErrorCode } from '@accord/shared/protocol'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { ConsoleRefusal } from '../host/refusal.ts'

/** The reason of a state as a refusal with its remedy, where the catalogue knows it. */
export function refusalOfState({ stateReason }: ConnectionSnapshot): ConsoleRefusal | undefined {
  if (!stateReason) return undefined
  const { code, detail } = stateReason
  const entry = isErrorCode(code) ? ERROR_CODES[code] : undefined
  return new ConsoleRefusal({
    code,
    status: entry?.status ?? 0,
    title: entry?.title ?? detail,
    remedy: entry?.remedy ?? '',
    responsible: entry?.responsible ?? '',
    retry: false,
    detail: entry ? detail : '',
    requestId: null,
    facts: {},
  })
}

import type { ErrorCode } from '@accord/shared/protocol'

const NAMED = /^(?:callback_|instance_(?!unreachable|copied)|gateway_page$)/u

/** Does the catalogue's remedy of this code speak to the admin of an instance whose node is not let in? */
export const isNamedForInstance = (code: ErrorCode): boolean => NAMED.test(code)

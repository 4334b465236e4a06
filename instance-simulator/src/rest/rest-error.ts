/** The platform's error envelopes, by what went wrong. `detail` may be replaced where the platform says more. */
export const REST_ERRORS = {
  notAuthenticated: { status: 401, message: 'User Not Authenticated', detail: 'Required to provide Auth information' },
  notAuthorized: { status: 403, message: 'User Not Authorized', detail: 'Failed API level ACL Validation' },
  operationFailed: { status: 403, message: 'Operation Failed', detail: null },
  noRecord: {
    status: 404,
    message: 'No Record found',
    detail: "Record doesn't exist or ACL restricts the record retrieval",
  },
  invalidTable: { status: 400, message: 'Invalid table', detail: null },
  noResource: { status: 400, message: 'Requested URI does not represent any resource', detail: null },
  unreadableBody: { status: 400, message: 'Exception while reading request', detail: 'The payload is not valid JSON.' },
  invalidParameter: { status: 400, message: 'Invalid parameter', detail: null },
  methodNotAllowed: { status: 405, message: 'Method not supported', detail: null },
  notAcceptable: { status: 406, message: 'Not acceptable', detail: 'not simulated: XML. Accept application/json.' },
  unsupportedMedia: {
    status: 415,
    message: 'Unsupported media type',
    detail: 'not simulated: XML. Send application/json.',
  },
  tooLarge: { status: 413, message: 'Request entity too large', detail: null },
  notSimulated: { status: 501, message: 'Not simulated', detail: null },
  cancelled: {
    status: 500,
    message: 'Transaction cancelled: maximum execution time exceeded',
    detail: 'Transaction cancelled: maximum execution time exceeded',
  },
  failed: { status: 500, message: 'Internal error', detail: null },
} as const satisfies Record<string, { status: number; message: string; detail: string | null }>

export type RestErrorCode = keyof typeof REST_ERRORS

/** Thrown by the handlers, answered in one place. */
export class RestError extends Error {
  readonly code: RestErrorCode
  readonly detail: string | null
  readonly status: number

  constructor(code: RestErrorCode, facts: { readonly message?: string; readonly detail?: string } = {}) {
    const entry = REST_ERRORS[code]
    super(facts.message ?? entry.message)
    this.code = code
    this.detail = facts.detail ?? entry.detail
    this.status = entry.status
  }

  body() {
    return { error: { message: this.message, detail: this.detail }, status: 'failure' }
  }
}

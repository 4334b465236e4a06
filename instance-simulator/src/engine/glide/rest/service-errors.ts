import { honest, missing } from '../host.ts'

/** What a Scripted REST route hands to response.setError. */
export class ServiceError {
  #status = 500
  #message = ''
  #detail = ''

  /** What the answer is made of; scripts only set it. */
  static read(error: ServiceError): { status: number; message: string; detail: string } {
    return { status: error.#status, message: error.#message, detail: error.#detail }
  }

  setStatus(status: unknown): this {
    this.#status = Number(status)
    return this
  }
  setMessage(message: unknown): this {
    this.#message = String(message)
    return this
  }
  setDetail(detail: unknown): this {
    this.#detail = String(detail)
    return this
  }
}
honest('ServiceError', ServiceError)

const ready = (name: string, status: number) =>
  class extends ServiceError {
    constructor(message: unknown = name, detail: unknown = '') {
      super()
      this.setStatus(status).setMessage(message).setDetail(detail)
    }
  }

export const sn_ws_err: object = Object.assign(Object.create(missing('sn_ws_err')) as object, {
  ServiceError,
  BadRequestError: ready('Bad Request', 400),
  NotFoundError: ready('Not Found', 404),
  NotAcceptableError: ready('Not Acceptable', 406),
  ConflictError: ready('Conflict', 409),
  UnsupportedMediaTypeError: ready('Unsupported Media Type', 415),
})

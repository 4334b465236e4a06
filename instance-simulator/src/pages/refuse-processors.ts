import type { RequestHandler } from 'express'
import type { SimulatorParts } from '../contracts.ts'

/** What `/incident.do?XML` and its kin ask for: a table by another processor than that of its pages. */
const PROCESSORS = new Set([
  'XML',
  'CSV',
  'EXCEL',
  'XLSX',
  'PDF',
  'JSON',
  'JSONV2',
  'RSS',
  'SCHEMA',
  'SOAP',
  'UNL',
  'WSDL',
])

/** They are refused by name before anybody is asked to log in: a client would take the login page for its answer. */
export const refuseProcessors =
  ({ ledger }: SimulatorParts): RequestHandler =>
  ({ path, url }, _response, next) => {
    const asked = (url.split('?')[1] ?? '').split('&').find((part) => PROCESSORS.has(part.toUpperCase()))
    if (asked && path.endsWith('.do')) ledger.notSimulated(`${path}?${asked}`)
    next()
  }

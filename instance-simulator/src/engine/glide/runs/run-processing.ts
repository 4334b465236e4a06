import type { JobTask } from '../../job.ts'
import { missing } from '../host.ts'
import { runClassic } from './run-script.ts'

/** A UI page's processing script: form fields are variables of their own, `response.sendRedirect` leaves the page. */
export function runProcessing({ script, parameters }: Extract<JobTask, { kind: 'processing' }>): { redirect?: string } {
  let redirect: string | undefined
  const response = Object.assign(Object.create(missing('response')) as object, {
    sendRedirect: (target: unknown) => {
      redirect = String(target)
    },
  })
  const request = Object.assign(Object.create(missing('request')) as object, {
    getParameter: (name: unknown) => parameters[String(name)] ?? null,
  })
  const fields = Object.entries(parameters).filter(
    ([name]) => /^[A-Za-z_]\w*$/.test(name) && name !== 'request' && name !== 'response',
  )
  runClassic(script, { request, response, ...Object.fromEntries(fields) })
  return redirect === undefined ? {} : { redirect }
}

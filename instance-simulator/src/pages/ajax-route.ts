import { Router, urlencoded } from 'express'
import type { SimulatorParts } from '../contracts.ts'
import { firstRow, isOn, rowsOf, scopeOf } from '../engine/metadata.ts'
import { escapeHtml } from './html.ts'
import { callerIn, carriesToken } from './page-session.ts'

const answerXml = (answer: string | null, fields: Readonly<Record<string, string>>) => {
  const parameters = Object.entries(fields).map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
  const given = answer === null ? '' : ` answer="${escapeHtml(answer)}"`
  return `<?xml version="1.0" encoding="UTF-8"?><xml${given} sysparm_max="15"${parameters.join('')}></xml>`
}

/** GlideAjax: client-callable script includes only, for somebody logged in, with the page's token. */
export function createAjaxProcessor(parts: SimulatorParts): Router {
  const { sessions, store, engine, access } = parts
  const router = Router()
  router.post('/xmlhttp.do', urlencoded({ extended: false }), async (request, response) => {
    const session = sessions.findSession(request)
    if (!session || session.userSysId === '' || !carriesToken(request, session)) return response.status(401).end()
    const fields = (request.body ?? {}) as Record<string, string>
    const asked = fields['sysparm_processor'] ?? ''
    const [first = '', second] = asked.split('.')
    const include =
      second === undefined
        ? firstRow(store, 'sys_script_include', `name=${first}^client_callable=1^active=1`)
        : rowsOf(store, 'sys_script_include', `name=${second}^client_callable=1^active=1`).find(
            (row) => scopeOf(store, row) === first,
          )
    const caller = callerIn(parts, request, session)
    if (!include || !isOn(include['client_callable']))
      return response.status(404).type('text/xml').send(answerXml(null, {}))
    const named = await access.decideNamed('client_callable_script_include', include['name'] ?? '', 'execute', caller)
    if (!named.allowed) return response.status(403).type('text/xml').send(answerXml(null, {}))
    const task = {
      kind: 'ajax',
      scope: scopeOf(store, include),
      processor: include['name'] ?? '',
      parameters: fields,
    } as const
    const { value, messages } = await engine.run(task, caller)
    session.messages.push(...messages)
    const { sysparm_name: name = '', sysparm_processor: processor = '' } = fields
    return response
      .type('text/xml')
      .send(answerXml(value as string | null, { sysparm_name: name, sysparm_processor: processor }))
  })
  return router
}

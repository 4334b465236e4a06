import { Router, urlencoded, type Request, type Response } from 'express'
import type { SimulatorParts, TableDefinition } from '../contracts.ts'
import { clientRuntime } from './client-runtime.ts'
import { listBody } from './list-page.ts'
import { readList } from './list-model.ts'
import { inLanguageOf } from './in-language-of.ts'
import { pageDocument, personBar, takeMessages } from './page-document.ts'
import { localTarget, parameter, requirePerson, requireToken, visitOf } from './page-session.ts'
import { runAction } from './run-action.ts'
import { visibleActions } from './visible-actions.ts'

const PAGE_SIZE = 20

async function showList(
  parts: SimulatorParts,
  stored: TableDefinition,
  request: Request,
  response: Response,
): Promise<void> {
  const { session, caller } = visitOf(response)
  const table = inLanguageOf(parts, caller, stored)
  const offset = Math.max(Number(parameter(request, 'sysparm_first_row') || 1) - 1, 0)
  const wanted = { table, encoded: parameter(request, 'sysparm_query'), offset, limit: PAGE_SIZE }
  const may = await parts.access.decide('create', table.name, undefined, undefined, caller)
  const model = await readList(parts, wanted, caller)
  // The first row alone is considered when the condition of a banner button is evaluated.
  const place = { table: table.name, sysId: model.rows[0]?.sysId ?? '', kind: 'list' } as const
  const body = listBody({
    request: wanted,
    model,
    actions: await visibleActions(parts, place, caller),
    mayCreate: may.allowed,
    token: session.token,
    messages: takeMessages(session),
  })
  const scripts = clientRuntime({ caller, token: session.token, table: table.name, sysId: '' })
  response.type('html').send(pageDocument(parts, { title: table.label, bar: personBar(parts, caller), body, scripts }))
}

async function actOnList(
  parts: SimulatorParts,
  table: TableDefinition,
  request: Request,
  response: Response,
): Promise<void> {
  const { session, caller } = visitOf(response)
  const fields = (request.body ?? {}) as Record<string, string | string[] | undefined>
  const action = String(fields['sys_action'] || fields['sys_choice'] || '')
  const checked = [fields['sysparm_checked_items'] ?? []].flat()
  let redirect: string | undefined
  for (const sysId of checked.length > 0 ? checked : ['']) {
    const answer = await runAction(parts, { table: table.name, sysId, values: {}, action }, session, caller)
    redirect ??= answer.redirect
  }
  const query = String(fields['sysparm_query'] ?? '')
  const back = `/${table.name}_list.do${query === '' ? '' : `?sysparm_query=${encodeURIComponent(query)}`}`
  response.redirect(303, redirect === undefined ? back : localTarget(redirect))
}

/** `/<table>_list.do` */
export function createListPages(parts: SimulatorParts): Router {
  const router = Router()
  const person = requirePerson(parts)
  const route = /^\/([a-z0-9_]+)_list\.do$/
  const tableOf = (request: Request) => parts.store.findTable(route.exec(request.path)?.[1] ?? '')
  router.get(route, person, async (request, response, next) => {
    const table = tableOf(request)
    return table ? showList(parts, table, request, response) : next()
  })
  router.post(route, person, urlencoded({ extended: false }), requireToken, async (request, response, next) => {
    const table = tableOf(request)
    return table ? actOnList(parts, table, request, response) : next()
  })
  return router
}

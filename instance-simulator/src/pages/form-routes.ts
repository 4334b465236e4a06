import { Router, urlencoded, type Request, type Response } from 'express'
import type { Caller, Row, SimulatorParts, TableDefinition } from '../contracts.ts'
import { findVisible } from '../engine/find-visible.ts'
import { clientRuntime } from './client-runtime.ts'
import { readEmbedded, type EmbeddedList } from './embedded-list.ts'
import { fieldView, type FieldView } from './form-field.ts'
import { formSections } from './form-layout.ts'
import { formBody, type SectionView } from './form-page.ts'
import { html, type Html } from './html.ts'
import { inLanguageOf } from './in-language-of.ts'
import { drawFormatter } from './macros/draw-formatter.ts'
import { pageDocument, personBar, takeMessages } from './page-document.ts'
import { localTarget, parameter, requirePerson, requireToken, visitOf } from './page-session.ts'
import { runAction } from './run-action.ts'
import { relatedLists } from './related-lists.ts'
import { readForm, saveForm } from './save-form.ts'
import { visibleActions } from './visible-actions.ts'

function defaults(table: TableDefinition): Row {
  const columns = [...table.columns.values()].filter(
    ({ defaultValue }) => defaultValue && !defaultValue.startsWith('javascript:'),
  )
  return Object.fromEntries(columns.map(({ name, defaultValue }) => [name, defaultValue ?? '']))
}

async function sectionsOf(parts: SimulatorParts, table: TableDefinition, row: Row, isNew: boolean, caller: Caller) {
  const sections: SectionView[] = []
  for (const { caption, columns, lists, formatters } of formSections(parts, table, caller)) {
    const fields: FieldView[] = []
    for (const column of columns) {
      const view = await fieldView(parts, table.name, row, isNew, column, caller)
      if (view) fields.push(view)
    }
    const embedded: EmbeddedList[] = []
    for (const list of isNew ? [] : lists) embedded.push(await readEmbedded(parts, list, row['sys_id'] ?? '', caller))
    const drawn: Html[] = []
    for (const formatter of formatters)
      drawn.push(await drawFormatter(parts, formatter, { table: table.name, row, isNew }, caller))
    sections.push({ caption, fields, lists: embedded, formatters: drawn })
  }
  return sections
}

function refuse(parts: SimulatorParts, response: Response, caller: Caller, status: 403 | 404, text: string): void {
  const body = html`<main>
    <h1>${status === 404 ? 'Record not found' : 'Security constraints'}</h1>
    <p>${text}</p>
  </main>`
  response
    .status(status)
    .type('html')
    .send(pageDocument(parts, { title: text, bar: personBar(parts, caller), body }))
}

async function showForm(
  parts: SimulatorParts,
  stored: TableDefinition,
  request: Request,
  response: Response,
): Promise<void> {
  const { session, caller } = visitOf(response)
  const table = inLanguageOf(parts, caller, stored)
  const asked = parameter(request, 'sys_id') || '-1'
  const isNew = asked === '-1'
  const row = isNew ? defaults(table) : await findVisible(parts, table.name, asked, caller)
  if (!row) return refuse(parts, response, caller, 404, 'The record does not exist.')
  const subject = isNew ? undefined : row
  const seen = await parts.access.decide(isNew ? 'create' : 'read', table.name, subject, undefined, caller)
  if (!seen.allowed)
    return refuse(parts, response, caller, 403, 'Security constraints prevent access to the requested page.')
  const write = await parts.access.decide(isNew ? 'create' : 'write', table.name, subject, undefined, caller)
  const remove = await parts.access.decide('delete', table.name, subject, undefined, caller)
  const shown = await parts.engine.prepareForm(table.name, row, isNew, caller)
  const named = [...table.columns.values()].find(({ display }) => display)?.name ?? 'number'
  const body = formBody({
    table: table.name,
    label: table.label,
    sysId: asked,
    isNew,
    heading: isNew ? 'New record' : shown.row[named] || (shown.row['number'] ?? '') || asked,
    sections: await sectionsOf(parts, table, shown.row, isNew, caller),
    related: isNew ? [] : await relatedLists(parts, table, row, caller),
    actions: await visibleActions(parts, { table: table.name, sysId: asked, kind: 'form' }, caller),
    may: { save: write.allowed, remove: remove.allowed },
    token: session.token,
    messages: takeMessages(session),
  })
  const scripts = clientRuntime({
    caller,
    token: session.token,
    table: table.name,
    sysId: asked,
    scratchpad: shown.scratchpad,
  })
  response.type('html').send(pageDocument(parts, { title: table.label, bar: personBar(parts, caller), body, scripts }))
}

const MUTATIONS = {
  sysverb_insert: 'insert',
  sysverb_update: 'update',
  sysverb_update_and_stay: 'update',
  sysverb_delete: 'delete',
} as const

async function submitForm(
  parts: SimulatorParts,
  table: TableDefinition,
  request: Request,
  response: Response,
): Promise<void> {
  const { session, caller } = visitOf(response)
  const fields = (request.body ?? {}) as Record<string, string | string[] | undefined>
  const form = await readForm(parts, table, fields, caller)
  const action = [fields['sys_action'] ?? 'sysverb_update'].flat().at(-1) ?? ''
  const here = `/${table.name}.do?sys_id=${form.sysId}`
  const list = `/${table.name}_list.do`
  const mutation = MUTATIONS[action as keyof typeof MUTATIONS]
  if (mutation === undefined) {
    const answer = await runAction(
      parts,
      { table: table.name, sysId: form.sysId, values: form.values, action },
      session,
      caller,
    )
    const left =
      answer.sysId !== '' && parts.store.find(table.name, answer.sysId)
        ? `/${table.name}.do?sys_id=${answer.sysId}`
        : list
    return response.redirect(303, answer.redirect === undefined ? left : localTarget(answer.redirect))
  }
  const wanted = mutation === 'update' && form.sysId === '-1' ? 'insert' : mutation
  const row = await saveForm(parts, form, wanted, session, caller)
  const stays = !row || action === 'sysverb_update_and_stay'
  response.redirect(303, stays ? here : list)
}

/** `/<table>.do` */
export function createFormPages(parts: SimulatorParts): Router {
  const router = Router()
  const route = /^\/([a-z0-9_]+)\.do$/
  const tableOf = (request: Request) => parts.store.findTable(route.exec(request.path)?.[1] ?? '')
  const person = requirePerson(parts)
  router.get(route, person, async (request, response, next) => {
    const table = tableOf(request)
    return table ? showForm(parts, table, request, response) : next()
  })
  router.post(
    route,
    person,
    urlencoded({ extended: false, limit: '5mb' }),
    requireToken,
    async (request, response, next) => {
      const table = tableOf(request)
      return table ? submitForm(parts, table, request, response) : next()
    },
  )
  return router
}

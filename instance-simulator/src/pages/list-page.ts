import { actionButtons, clientScripts } from './action-buttons.ts'
import { html, type Html } from './html.ts'
import type { ListModel, ListRequest } from './list-model.ts'
import type { VisibleAction } from './visible-actions.ts'

export interface ListView {
  readonly request: ListRequest
  readonly model: ListModel
  readonly actions: readonly VisibleAction[]
  readonly mayCreate: boolean
  readonly token: string
  readonly messages: Html
}

const ORDER = /\^?ORDERBY(DESC)?([a-z0-9_.]+)/g

function address({ table }: ListRequest, encoded: string, offset: number): string {
  const query = new URLSearchParams()
  if (encoded !== '') query.set('sysparm_query', encoded)
  if (offset > 0) query.set('sysparm_first_row', String(offset + 1))
  return `/${table.name}_list.do${query.size > 0 ? `?${query.toString()}` : ''}`
}

function headCell({ request }: ListView, name: string, label: string): Html {
  const [, descending, field] = [...request.encoded.matchAll(ORDER)][0] ?? []
  const sorted = field === name
  const next =
    `${request.encoded.replace(ORDER, '')}^ORDERBY${sorted && descending === undefined ? 'DESC' : ''}${name}`.replace(
      /^\^/,
      '',
    )
  const direction = sorted ? (descending === undefined ? 'ascending' : 'descending') : 'none'
  const arrow = sorted ? (descending === undefined ? ' ▲' : ' ▼') : ''
  return html`<th scope="col" aria-sort="${direction}"><a href="${address(request, next, 0)}">${label}${arrow}</a></th>`
}

function bodyRow({ request: { table } }: ListView, row: ListModel['rows'][number], selectable: boolean): Html {
  const own = `/${table.name}.do?sys_id=${row.sysId}`
  const label = row.cells[0]?.text || row.sysId
  return html`<tr>
    ${selectable && html`<td><input type="checkbox" name="sysparm_checked_items" value="${row.sysId}" aria-label="Select ${label}" /></td>`}
    ${row.cells.map((cell, index) => {
      if (index === 0) return html`<td><a href="${own}">${label}</a></td>`
      return html`<td>${cell.link === undefined ? cell.text : html`<a href="${cell.link}">${cell.text}</a>`}</td>`
    })}
  </tr>`
}

function footer(view: ListView): Html {
  const { request, model } = view
  const { offset, limit, encoded } = request
  const last = Math.min(offset + limit, model.total)
  return html`<div class="foot">
    ${actionButtons(view.actions, 'list_button')}${choices(view)}<span class="space"></span>
    ${model.hidden > 0 && html`<span>${model.hidden} rows removed by security constraints</span>`}
    ${offset > 0 && html`<a href="${address(request, encoded, Math.max(offset - limit, 0))}">Previous</a>`}
    <span>${model.total === 0 ? 0 : offset + 1} to ${last} of ${model.total}</span>
    ${last < model.total && html`<a href="${address(request, encoded, offset + limit)}">Next</a>`}
  </div>`
}

function choices({ actions }: ListView): Html | false {
  const listed = actions.filter(({ places }) => places.has('list_choice'))
  if (listed.length === 0) return false
  return html`<label for="list_choice">Actions on selected rows</label
    ><select id="list_choice" name="sys_choice" style="width:auto">
      <option value="">…</option>
      ${listed.map(({ sysId, name }) => html`<option value="${sysId}">${name}</option>`)}</select
    ><button type="submit" name="sys_action" value="">Run</button>`
}

/** Body of `<table>_list.do`. */
export function listBody(view: ListView): Html {
  const { request, model, actions } = view
  const { table, encoded } = request
  const selectable = actions.some(({ places }) => places.has('list_choice') || places.has('list_button'))
  const width = model.columns.length + (selectable ? 1 : 0)
  return html`<main>
      ${view.messages}
      <form method="post" action="/${table.name}_list.do" id="${table.name}">
        <input type="hidden" name="sysparm_ck" value="${view.token}" /><input
          type="hidden"
          name="sysparm_query"
          value="${encoded}"
        /><input type="hidden" name="sys_target" value="${table.name}" />
        <div class="title">
          <h1>${table.label}</h1>
          ${actionButtons(actions, 'list_link')}<span class="space"></span
          >${actionButtons(actions, 'list_banner_button')}
          ${view.mayCreate && html`<a class="button" href="/${table.name}.do?sys_id=-1">New</a>`}
        </div>
        ${encoded !== '' && html`<p>Filter: <code>${encoded}</code></p>`}
        <div class="scroll" tabindex="0" role="region" aria-label="${table.label} rows">
          <table>
            <thead>
              <tr>
                ${selectable && html`<th scope="col"><span aria-hidden="true">✓</span><span style="position:absolute;left:-99rem">Selected</span></th>`}
                ${model.columns.map(({ name, label }) => headCell(view, name, label))}
              </tr>
            </thead>
            <tbody>
              ${
                model.rows.length === 0
                  ? html`<tr>
                      <td class="empty" colspan="${width}">No records to display</td>
                    </tr>`
                  : model.rows.map((row) => bodyRow(view, row, selectable))
              }
            </tbody>
          </table>
        </div>
        ${footer(view)}
      </form>
    </main>
    ${clientScripts(actions)}`
}

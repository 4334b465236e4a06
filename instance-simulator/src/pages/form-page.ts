import { actionButtons, clientScripts } from './action-buttons.ts'
import { embeddedListHtml, type EmbeddedList } from './embedded-list.ts'
import { fieldHtml, type FieldView } from './form-field.ts'
import { html, type Html } from './html.ts'
import { type RelatedList, relatedListHtml } from './related-lists.ts'
import type { VisibleAction } from './visible-actions.ts'

export interface SectionView {
  readonly caption: string
  readonly fields: readonly FieldView[]
  readonly lists: readonly EmbeddedList[]
  /** Rows of the form that UI macros have drawn. */
  readonly formatters: readonly Html[]
}

export interface FormView {
  readonly table: string
  readonly label: string
  readonly sysId: string
  readonly isNew: boolean
  readonly heading: string
  readonly sections: readonly SectionView[]
  readonly related: readonly RelatedList[]
  readonly actions: readonly VisibleAction[]
  readonly may: { readonly save: boolean; readonly remove: boolean }
  readonly token: string
  readonly messages: Html
}

const platformButton = (action: string, name: string, style = 'plain', confirms = false): Html =>
  html`<button
    type="submit"
    name="sys_action"
    value="${action}"
    class="${style}"
    ${confirms && html` formnovalidate onclick="return confirm('Delete this record?')"`}
  >
    ${name}
  </button>`

function buttons({ actions, isNew, may }: FormView): Html {
  return html`${actionButtons(actions, 'form_button')}${may.save && (isNew ? platformButton('sysverb_insert', 'Submit') : platformButton('sysverb_update', 'Update'))}
  ${may.save && !isNew && platformButton('sysverb_update_and_stay', 'Save')}${may.remove && !isNew && platformButton('sysverb_delete', 'Delete', 'destructive', true)}`
}

/** Body of `<table>.do`. */
export function formBody(view: FormView): Html {
  const { table, label, sysId, heading, sections, actions } = view
  const links = actionButtons(actions, 'form_link')
  return html`<main>
      <form method="post" action="/${table}.do" id="${table}" name="${table}.do">
        <input type="hidden" name="sysparm_ck" value="${view.token}" /><input
          type="hidden"
          name="sys_id"
          value="${sysId}"
        /><input type="hidden" name="sys_target" value="${table}" />
        <div class="title">
          <a href="/${table}_list.do">${label}</a><span aria-hidden="true">›</span>
          <h1>${heading}</h1>
          <span class="space"></span>${buttons(view)}
        </div>
        ${view.messages}
        ${sections.map(
          ({ caption, fields, lists, formatters }) =>
            html`<fieldset class="card">
              ${caption !== '' && html`<h2>${caption}</h2>`}
              ${formatters.map(
                (rows) =>
                  html`<table class="formatter">
                    <tbody>
                      ${rows}
                    </tbody>
                  </table>`,
              )}
              ${fields.length > 0 && html`<div class="fields">${fields.map(fieldHtml)}</div>`}
              ${lists.map(embeddedListHtml)}
            </fieldset>`,
        )}
        ${links.length > 0 && html`<div class="foot"><span>Related links</span>${links}</div>`}
      </form>
      ${view.related.map(relatedListHtml)}
    </main>
    ${clientScripts(actions)}`
}

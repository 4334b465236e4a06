import { html, type Content, type Html } from '../../pages/html.ts'
import type { StoredProblem } from './preview-problems.ts'
import type { RetrievedSet } from './retrieved-sets.ts'

/** The buttons of a set's form, as the platform names them. */
export const BUTTONS = {
  preview: 'Preview Update Set',
  previewAgain: 'Run Preview Again',
  commit: 'Commit Update Set',
  accept: 'Accept remote update',
  skip: 'Skip remote update',
} as const

export const isOpen = ({ answer }: StoredProblem): boolean => answer === undefined

/** What may be done next; a set is committed when every problem is decided, and its form does not offer it before. */
export function stepsOf({ state, problems }: RetrievedSet): readonly string[] {
  if (state === 'loaded') return [BUTTONS.preview]
  if (state !== 'previewed') return []
  return problems.some(isOpen) ? [BUTTONS.previewAgain] : [BUTTONS.commit, BUTTONS.previewAgain]
}

export function setForm(set: RetrievedSet, token: string): Html {
  const { state, scope, updates, problems } = set
  const open = problems.filter(isOpen).length
  return html` <dl>
      <dt>State</dt>
      <dd>${state}</dd>
      <dt>Application scope</dt>
      <dd>${scope}</dd>
      <dt>Customer Updates</dt>
      <dd>${updates}</dd>
      ${
        state === 'loaded'
          ? ''
          : html`<dt>Update Set Preview Problems</dt>
              <dd>${open} of ${problems.length} to be resolved</dd>`
      }
    </dl>
    <form method="post">
      <input type="hidden" name="sysparm_ck" value="${token}" />
      ${stepsOf(set).map(button)}
    </form>
    ${problems.length > 0 && state === 'previewed' ? problemList(problems, token) : ''}`
}

const button = (name: string): Html => html`<button name="action" value="${name}">${name}</button> `

const SAID = { accept: 'accepted', skip: 'skipped' } as const

const problemList = (problems: readonly StoredProblem[], token: string): Html =>
  html`<h2>Update Set Preview Problems</h2>
    <form method="post">
      <input type="hidden" name="sysparm_ck" value="${token}" />
      <table>
        <thead>
          <tr>
            <th>Selected</th>
            <th>Description</th>
            <th>Remote update</th>
            <th>Status</th>
          </tr>
        </thead>
        <tbody>
          ${problems.map(rowOf)}
        </tbody>
      </table>
      ${button(BUTTONS.accept)}${button(BUTTONS.skip)}
    </form>`

const rowOf = ({ sysId, description, update, answer }: StoredProblem): Content =>
  html`<tr>
    <td>
      <input type="checkbox" name="problem" value="${sysId}" aria-label="${update}" />
    </td>
    <td>${description}</td>
    <td>${update}</td>
    <td>${answer ? SAID[answer] : ''}</td>
  </tr>`

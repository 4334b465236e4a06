import { Router, urlencoded, type Request, type RequestHandler, type Response } from 'express'
import type { SimulatorParts } from '../../contracts.ts'
import { PackageRefused } from '../../package/package-refused.ts'
import { html, type Content, type Html } from '../../pages/html.ts'
import { pageDocument, personBar, takeMessages } from '../../pages/page-document.ts'
import { carriesToken, parameter, requirePerson, requireToken, visitOf } from '../../pages/page-session.ts'
import { readUploadForm } from '../../rest/attachment/upload-form.ts'
import type { Installations } from '../installations.ts'
import { createRetrievedSets, type RetrievedSet } from './retrieved-sets.ts'
import { BUTTONS, setForm, stepsOf } from './set-form.ts'

const LIST = '/sys_remote_update_set_list.do'
const FORM = '/sys_remote_update_set.do'
const UPLOAD = '/upload.do'
const MAX_BYTES = 256 * 1024 * 1024

/** *System Update Sets → Retrieved Update Sets*: import from XML, preview, commit, each a page of its own, for administrators. */
export function createUpdateSetPages(parts: SimulatorParts & { readonly installations: Installations }): Router {
  const sets = createRetrievedSets(parts)
  const router = Router()
  const administrator = [requirePerson(parts), requireAdmin]
  const show = showerOf(parts)
  router.get(LIST, administrator, (_request: Request, response: Response) =>
    show(response, 'Retrieved Update Sets', listOf(sets.all())),
  )
  router.get(UPLOAD, administrator, (_request: Request, response: Response) =>
    show(response, 'Import XML', uploadForm(visitOf(response).session.token)),
  )
  router.post(UPLOAD, administrator, async (request: Request, response: Response) => {
    const { session } = visitOf(response)
    const { fields, file } = await readUploadForm(request, MAX_BYTES)
    if (!carriesToken({ ...request, headers: {}, body: fields } as Request, session))
      return void response.sendStatus(403)
    try {
      sets.load(file?.name ?? '', file?.bytes ?? Buffer.alloc(0))
      response.redirect(303, LIST)
    } catch (error) {
      if (!(error instanceof PackageRefused)) throw error
      session.messages.push({ kind: 'error', text: error.message })
      response.redirect(303, UPLOAD)
    }
  })
  router.get(FORM, administrator, (request: Request, response: Response) => {
    const set = sets.find(parameter(request, 'sys_id'))
    if (!set) return void response.status(404).type('text/plain').send('Record not found')
    show(response, set.name, setForm(set, visitOf(response).session.token))
  })
  router.post(
    FORM,
    urlencoded({ extended: false }),
    administrator,
    requireToken,
    (request: Request, response: Response) => {
      const set = sets.find(parameter(request, 'sys_id'))
      try {
        if (set) press(sets, set, request.body as Pressed)
      } catch (error) {
        if (!(error instanceof PackageRefused)) throw error
        visitOf(response).session.messages.push({ kind: 'error', text: error.message })
      }
      response.redirect(303, `${FORM}?sys_id=${set?.sysId ?? ''}`)
    },
  )
  return router
}

type RetrievedSets = ReturnType<typeof createRetrievedSets>

interface Pressed {
  readonly action?: string
  readonly problem?: string | readonly string[]
}

function press(sets: RetrievedSets, set: RetrievedSet, { action = '', problem = [] }: Pressed): void {
  const chosen = new Set([problem].flat())
  if (set.state === 'previewed' && action === BUTTONS.accept) return sets.decide(set, chosen, 'accept')
  if (set.state === 'previewed' && action === BUTTONS.skip) return sets.decide(set, chosen, 'skip')
  if (action === BUTTONS.commit && set.state === 'previewed') return sets.commit(set)
  if (stepsOf(set).includes(action)) sets.preview(set)
}

const showerOf = (parts: SimulatorParts) => (response: Response, title: string, body: Content) => {
  const { session, caller } = visitOf(response)
  const page = html`<main>
    <h1>${title}</h1>
    ${takeMessages(session)}${body}
  </main>`
  response.type('html').send(pageDocument(parts, { title, bar: personBar(parts, caller), body: page }))
}

const requireAdmin: RequestHandler = (_request, response, next) =>
  visitOf(response).caller.roles.has('admin')
    ? next()
    : void response.status(403).type('text/plain').send('Security constraints prevent access to the requested page.')

const listOf = (sets: readonly RetrievedSet[]): Html =>
  html` <table>
      <thead>
        <tr>
          <th>Name</th>
          <th>State</th>
          <th>Application scope</th>
        </tr>
      </thead>
      <tbody>
        ${sets.map(
          ({ sysId, name, state, scope }) =>
            html`<tr>
              <td><a href="${FORM}?sys_id=${sysId}">${name}</a></td>
              <td>${state}</td>
              <td>${scope}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <p><a href="${UPLOAD}?sysparm_target=sys_remote_update_set">Import Update Set from XML</a></p>`

const uploadForm = (token: string): Html =>
  html` <form method="post" action="${UPLOAD}" enctype="multipart/form-data">
    <input type="hidden" name="sysparm_ck" value="${token}" />
    <label>Choose file to upload <input type="file" name="attachFile" accept=".xml" required /></label>
    <button>Upload</button>
  </form>`

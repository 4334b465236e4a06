import type { Caller, Row, SimulatorParts } from '../../contracts.ts'
import { firstRow, isOn, scopeOf } from '../../engine/metadata.ts'
import { html, trusted, type Html } from '../html.ts'
import { JellyRefused } from '../jelly.ts'
import { renderPhase, type RunScript } from './render-phase.ts'

/** The record whose form is open. */
export interface FormSubject {
  readonly table: string
  readonly row: Row
  readonly isNew: boolean
}

/** What a form shows where a formatter stands: the rows of its UI macro, or the name of what is not simulated. */
export async function drawFormatter(
  parts: SimulatorParts,
  formatterId: string,
  subject: FormSubject,
  caller: Caller,
): Promise<Html> {
  const { store, ledger } = parts
  const formatter = store.findTable('sys_ui_formatter') && store.find('sys_ui_formatter', formatterId)
  if (!formatter || !isOn(formatter['active'])) return trusted('')
  const macro = macroOf(parts, formatter['formatter'] ?? '')
  if (!macro) return notDrawn(`not simulated: formatter ${formatter['formatter']}`)
  try {
    const rows = await renderMacro(parts, macro, subject, caller)
    ledger.executed('sys_ui_macro', macro['sys_id'] ?? '')
    return trusted(rows)
  } catch (error) {
    if (!(error instanceof JellyRefused)) throw error
    ledger.refused('sys_ui_macro', macro['sys_id'] ?? '', error.message)
    return notDrawn(error.message)
  }
}

/** A formatter names its macro with `.xml` behind it. */
function macroOf({ store }: SimulatorParts, formatter: string): Row | undefined {
  if (!store.findTable('sys_ui_macro')) return undefined
  const macro = firstRow(store, 'sys_ui_macro', `name=${formatter.replace(/\.xml$/, '')}`)
  return macro && isOn(macro['active']) ? macro : undefined
}

const notDrawn = (reason: string): Html =>
  html`<tr>
    <td colspan="2">This formatter uses what is not simulated: ${reason}</td>
  </tr>`

async function renderMacro(
  { store, engine }: SimulatorParts,
  macro: Row,
  { table, row, isNew }: FormSubject,
  caller: Caller,
): Promise<string> {
  const name = `sys_ui_macro.${macro['sys_id']}`
  const scope = scopeOf(store, macro)
  const run: RunScript = async (source) => {
    const task = { kind: 'jelly', script: { name, source, scope }, record: { table, row }, isNew } as const
    const { value } = await engine.run(task, caller)
    return value as Readonly<Record<string, unknown>>
  }
  const escapesAll = store.property('glide.ui.escape_all_script') !== 'false'
  const first = await renderPhase(macro['xml'] ?? '', { phase: 1, run, escapesAll })
  const rows = (await renderPhase(first, { phase: 2, run, escapesAll })).trim()
  if (!/^<tr\b[\s\S]*<\/tr>$/i.test(rows))
    throw new JellyRefused('a UI macro of a formatter begins with <tr> and ends with </tr>')
  return rows
}

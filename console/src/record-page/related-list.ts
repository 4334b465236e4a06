import type { RecordSync } from '@accord/shared/schemas'
import { button, enable } from './elements.ts'
import { type RecordPlace, send } from './record-calls.ts'

/** The id of this view is its name. */
const DEFAULT_VIEW = 'Default view'
const LISTS = 'sys_ui_related_list'
const ENTRIES = 'sys_ui_related_list_entry'

type Row = Readonly<Record<string, string>>
type Say = (text: string, role?: 'status' | 'alert') => void

/**
 * Puts the list of pairs below the forms of the record's table, or takes it off. The admin does it, by the Table API and with their own
 * rights: the application may not write how forms of others look. Undefined where the application is not installed whole.
 */
export async function listButton(place: RecordPlace, record: RecordSync, say: Say): Promise<HTMLElement | undefined> {
  const { words, list } = record
  const [relationship] = await rowsOf(place, 'sys_relationship', `basic_query_from=${list.pairTable}`)
  if (!relationship) return undefined
  const name = `REL:${relationship['sys_id']}`
  let next: () => Promise<Parameters<Say>> = () => Promise.resolve([''])
  const press = async () => {
    made.setAttribute('disabled', '')
    try {
      const said = await next()
      await look()
      say(...said)
    } catch (thrown) {
      say(`${words.refused} ${thrown instanceof Error ? thrown.message : ''}`, 'alert')
    } finally {
      enable(made)
    }
  }
  const made = button('', () => void press())
  const look = async () => {
    const [layout] = await rowsOf(place, LISTS, `name=${list.table}^view=${DEFAULT_VIEW}^sys_userISEMPTY`)
    const entries = layout ? await rowsOf(place, ENTRIES, `list_id=${layout['sys_id']}`) : []
    const ours = entries.find((entry) => entry['related_list'] === name)
    made.textContent = ours ? words.removeList : words.placeList
    next = async () => {
      // A layout of our own would hide the lists that the form inherits.
      if (!layout) return [words.noLists, 'alert']
      if (ours) await change(place, 'DELETE', `${ENTRIES}/${ours['sys_id']}`)
      else await change(place, 'POST', ENTRIES, entryBehind(entries, layout, name))
      return [ours ? words.listRemoved : words.listPlaced]
    }
  }
  await look()
  return made
}

/** At the end of the lists that stand there. */
const entryBehind = (entries: readonly Row[], layout: Row, name: string) => ({
  list_id: layout['sys_id'],
  related_list: name,
  position: String(Math.max(-1, ...entries.map((entry) => Number(entry['position']))) + 1),
})

async function rowsOf(place: RecordPlace, table: string, query: string): Promise<readonly Row[]> {
  const response = await send(place, 'GET', `${pathOf(table)}?sysparm_query=${encodeURIComponent(query)}${PLAIN}`)
  if (!response.ok) throw new Error(`${table}: ${response.status}`)
  return ((await response.json()) as { result: readonly Row[] }).result
}

async function change(place: RecordPlace, method: 'POST' | 'DELETE', path: string, body?: object): Promise<void> {
  const response = await send(place, method, pathOf(path), body)
  if (!response.ok) throw new Error(String(response.status))
}

const pathOf = (path: string): string => `/api/now/table/${path}`
/** References as ids. */
const PLAIN = '&sysparm_exclude_reference_link=true&sysparm_limit=100'

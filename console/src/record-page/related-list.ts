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
  const attempt = (work: () => Promise<void>, done: string) => {
    made.setAttribute('disabled', '')
    work()
      .then(() => show(done))
      .catch((thrown: unknown) => say(`${words.refused} ${thrown instanceof Error ? thrown.message : ''}`, 'alert'))
      .finally(() => enable(made))
  }
  const made = button('', () => undefined)
  const show = async (done: string) => {
    const lists = await rowsOf(place, LISTS, `name=${list.table}^view=${DEFAULT_VIEW}^sys_userISEMPTY`)
    const entries = lists[0] ? await rowsOf(place, ENTRIES, `list_id=${lists[0]['sys_id']}`) : []
    const ours = entries.find((entry) => entry['related_list'] === name)
    made.textContent = ours ? words.removeList : words.placeList
    made.onclick = () => {
      if (ours) return attempt(() => change(place, 'DELETE', `${ENTRIES}/${ours['sys_id']}`), words.listRemoved)
      // One of our own would hide those that the form inherits.
      if (!lists[0]) return say(words.noLists, 'alert')
      const position = String(Math.max(-1, ...entries.map((entry) => Number(entry['position']))) + 1)
      const entry = { list_id: lists[0]['sys_id'], related_list: name, position }
      attempt(() => change(place, 'POST', ENTRIES, entry), words.listPlaced)
    }
    if (done !== '') say(done)
  }
  await show('')
  return made
}

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

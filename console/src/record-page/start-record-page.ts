import type { RecordSync } from '@accord/shared/schemas'
import { element } from './elements.ts'
import { pairSection } from './pair-section.ts'
import { findItems, readRecord, type RecordPlace } from './record-calls.ts'
import { listButton } from './related-list.ts'
import { STYLE } from './style.ts'

const EVERY_MS = 15_000

/** `?sysparm_table=…&sysparm_record=…`; with `sysparm_embedded=true` it stands in the frame of the record's own form. */
export async function startRecordPage(page: Window, place: RecordPlace): Promise<void> {
  const query = new URLSearchParams(page.location.search)
  const [table, id] = [query.get('sysparm_table') ?? '', query.get('sysparm_record') ?? '']
  const isEmbedded = query.get('sysparm_embedded') === 'true'
  document.head.append(element('style', {}, STYLE))
  const root = document.getElementById('accord-record')
  const line = element('p', { role: 'status' })
  const say = (text: string, role: 'status' | 'alert' = 'status') => {
    line.setAttribute('role', role)
    line.textContent = text
  }
  let shown = ''
  const show = async () => {
    const record = await readRecord(place, table, id)
    const items = record.may.open ? await findItems(place, record).catch(() => new Map<string, string>()) : new Map()
    const seen = JSON.stringify([record, [...items]])
    // What stands there already keeps its focus and what was said.
    if (seen === shown) return
    shown = seen
    document.documentElement.lang = record.language
    document.title = `Accord · ${record.key}`
    const sections = record.pairs.map((pair) =>
      pairSection(place, { record, pair, itemId: items.get(pair.connectionId), say }),
    )
    const design = record.may.design ? await listButton(place, record, say).catch(() => undefined) : undefined
    const foot = footOf(place, record, ...(design ? [design] : []))
    root?.replaceChildren(...headOf(record, isEmbedded), line, ...sections, ...foot)
  }
  const attempt = () => show().catch((thrown: unknown) => root?.prepend(failed(thrown, root)))
  await attempt()
  page.setInterval(() => (document.visibilityState === 'visible' ? void attempt() : undefined), EVERY_MS)
}

/** In place of an earlier one. */
function failed(thrown: unknown, root: HTMLElement): HTMLElement {
  root.querySelector('.failed')?.remove()
  return element('p', { role: 'alert', class: 'failed' }, thrown instanceof Error ? thrown.message : String(thrown))
}

function headOf({ words, key, url, pairs }: RecordSync, isEmbedded: boolean): readonly Node[] {
  const title = element('h1', {}, isEmbedded ? 'Accord' : `${words.title}: ${key}`)
  const back = element('p', {}, element('a', { href: url, target: '_top' }, words.back))
  return [title, ...(isEmbedded ? [] : [back]), ...(pairs.length === 0 ? [element('p', {}, words.none)] : [])]
}

/** The ways to a further pair, by each connection, and what an admin does with the forms. */
function footOf(place: RecordPlace, record: RecordSync, ...more: readonly Node[]): readonly Node[] {
  const paired = new Set(record.pairs.filter(({ tone }) => tone !== 'ended').map(({ connectionId }) => connectionId))
  const links = record.connections
    .filter(({ id }) => !paired.has(id))
    .map(({ id, name }) => {
      const query = `view=${encodeURIComponent(`connections/${id}`)}&tab=sync&connect=${encodeURIComponent(record.key)}`
      return element(
        'a',
        { href: `${place.consolePage}?${query}`, target: '_top' },
        `${record.words.connect} (${name})`,
      )
    })
  return [element('div', { class: 'actions' }, ...links, ...more)]
}

import type { PairOfRecord, RecordSync } from '@accord/shared/schemas'
import { button, element, enable, isWebAddress } from './elements.ts'
import { type RecordPlace, syncNow } from './record-calls.ts'
import { TONE_COLOR } from './style.ts'

interface Pair {
  readonly record: RecordSync
  readonly pair: PairOfRecord
  /** At the node; undefined for who may not see it, and where the node does not answer. */
  readonly itemId: string | undefined
  readonly say: (text: string, role?: 'status' | 'alert') => void
}

/** One pair: with which record of whom, how it stands, who must act, and what its reader may do. */
export function pairSection(place: RecordPlace, { record, pair, itemId, say }: Pair): HTMLElement {
  const { words } = record
  const heading = element('h2', {}, `${words.theirs} ${pair.remote}: `, theirRecord(pair, words.newTab))
  const fact = (label: string, value: string) =>
    element('div', {}, element('dt', {}, label), element('dd', {}, value === '' ? words.never : value))
  return element(
    'section',
    { style: `--tone: ${TONE_COLOR[pair.tone]}` },
    heading,
    element('p', {}, element('span', { class: 'state' }, pair.state), pair.cause === '' ? '' : ` · ${pair.cause}`),
    element('p', {}, pair.step),
    element(
      'dl',
      {},
      fact(words.since, pair.since),
      fact(words.lastOut, pair.lastOut),
      fact(words.lastIn, pair.lastIn),
    ),
    element('div', { class: 'actions' }, ...actionsOf(place, { record, pair, itemId, say })),
  )
}

const theirRecord = ({ key, url }: PairOfRecord, newTab: string): Node | string =>
  isWebAddress(url)
    ? element('a', { href: url, target: '_blank', rel: 'noopener noreferrer', title: newTab }, key === '' ? url : key)
    : key === ''
      ? '…'
      : key

function actionsOf(place: RecordPlace, { record, pair, itemId, say }: Pair): readonly Node[] {
  const { words, may } = record
  if (itemId === undefined) return []
  const view = encodeURIComponent(`connections/${pair.connectionId}/pairs/${itemId}`)
  const link = (label: string, more = '') =>
    element('a', { href: `${place.consolePage}?view=${view}${more}`, target: '_top' }, label)
  if (!may.act || pair.tone === 'ended') return may.open ? [link(words.open)] : []
  const now = button(words.syncNow, () => {
    now.setAttribute('disabled', '')
    syncNow(place, record, itemId)
      .then(() => say(words.asked))
      .catch((thrown: unknown) => say(`${words.refused} ${thrown instanceof Error ? thrown.message : ''}`, 'alert'))
      .finally(() => enable(now))
  })
  return [now, link(words.open), link(words.unlink, '&ask=unlink')]
}

import type { Contrary, Said } from './contrary-platform.ts'

interface Facts {
  [name: string]: unknown
}

/** Another value of what a script saw. */
const facts =
  <T>(change: (facts: T, calls: number) => unknown): Contrary =>
  (said, _path, calls) => {
    if (!said.text.startsWith('{"scope"')) return
    const summary = JSON.parse(said.text) as { facts: T }
    said.text = JSON.stringify({ ...summary, facts: change(summary.facts, calls) })
  }

const withOther = (other: Facts) => facts<Facts>((seen) => ({ ...seen, ...other }))

const rowsOf =
  (table: string, change: (row: Record<string, string>) => Record<string, string> | undefined): Contrary =>
  (said, path) => {
    if (!path.startsWith(`/api/now/table/${table}?`) || said.status !== 200) return
    const { result } = JSON.parse(said.text) as { result: Record<string, string>[] }
    said.text = JSON.stringify({ result: result.map(change).filter((row) => row !== undefined) })
  }

const nothingLogged = rowsOf('syslog', () => undefined)

const answer =
  (path: RegExp, other: Partial<Said>): Contrary =>
  (said, asked) => {
    if (path.test(asked)) Object.assign(said, other)
  }

const page = '<html><div id="accord-console"></div></html>'
const followed = { status: 200, body: 'accord probe pong', ms: 1 }

/** By row: a platform on which it does not hold. */
export const CONTRARIES: Readonly<Record<number, Contrary>> = {
  1: answer(/\/discovery$/u, { status: 401, text: '{"error":{"message":"User Not Authenticated"}}' }),
  2: facts(() => 'AAAA'),
  3: facts<string>((codes) => codes.replace('fc', 'c3 bc')),
  4: facts<{ plain: string }>(({ plain }) => ({ raw: plain, plain })),
  5: facts<readonly string[]>(([one = '']) => Array.from({ length: 64 }, () => one)),
  7: facts<{ status: number }>((seen) => (seen.status === 0 ? { ...seen, status: 200, ms: 8_000 } : seen)),
  8: answer(/\/uxasset\//u, { status: 404, text: '' }),
  9: facts(() => 'http://127.0.0.1:9/'),
  12: answer(/_console\.do/u, { status: 200, text: page }),
  13: answer(/\/table\/incident/u, { status: 200, text: '{"result":[]}' }),
  15: (said, path) => {
    if (path.includes('_console.do')) said.text += '<script src="/scripts/older-prototype.js"></script>'
    if (path.includes('older-prototype'))
      Object.assign(said, { status: 200, text: "var Prototype = { Version: '1.5.1' }" })
  },
  16: withOther({ second: 'a sys_id', count: 2 }),
  17: rowsOf('incident', () => undefined),
  18: withOther({ text: '1' }),
  19: withOther({ raw: 'accord probe, plain' }),
  20: withOther({ status: 500, haveError: false }),
  21: answer(/accord_probe_21/u, { status: 200, text: '{}' }),
  22: nothingLogged,
  23: (said, path) => {
    if (path.includes('ran%20after')) {
      const [, message = ''] = /messageLIKE(.*)$/u.exec(decodeURIComponent(path)) ?? []
      said.text = JSON.stringify({ result: [{ sys_id: 'x', message }] })
    }
  },
  24: answer(/accord_probe_24/u, { text: '{"result":null}' }),
  25: answer(/accord_probe_25\w*\/2/u, { status: 200, text: '{}' }),
  27: facts<Facts>((seen) => Object.fromEntries(Object.keys(seen).map((way) => [way, true]))),
  28: (said, path) => {
    if (path.startsWith('/incident.do')) said.text = said.text.replaceAll('displayed', '')
  },
  29: nothingLogged,
  31: withOther({ disabled: { status: 200, body: '{"a":" and "}' } }),
  32: facts(() => ({ bare: followed, setAllowedRedirectURIs: followed })),
  33: withOther({ body: '{"a":"trimmed"}' }),
  35: nothingLogged,
  36: nothingLogged,
  37: rowsOf('sys_properties', (row) => ({ ...row, value: 'before' })),
  38: nothingLogged,
  39: rowsOf('syslog', (row) => ({
    ...row,
    message: (row['message'] ?? '').replace(/(\S+) job of \S+/u, '$1 job of $1_user'),
  })),
  40: withOther({ caller_id: 'string' }),
  41: withOther({ label: '1' }),
  42: facts<readonly { checked: boolean }[]>((all) => all.map((each) => ({ ...each, checked: !each.checked }))),
  43: withOther({ inUtc: 0, inZone: 1 }),
  44: facts<{ may: Facts }>((seen) => ({ ...seen, may: { ...seen.may, short_description: true } })),
  45: rowsOf('sys_scope_privilege', (row) => ({ ...row, status: 'requested' })),
  46: rowsOf('sys_attachment', (row) => ({ ...row, hash: 'd41d8cd98f00b204e9800998ecf8427e' })),
  47: withOther({ user: 'null' }),
  48: facts<readonly string[]>((texts) => texts.map((text) => text.replaceAll('<b>', '&lt;b&gt;'))),
  49: withOther({ length: 65_535 }),
  50: withOther({ setValue: true }),
  55: nothingLogged,
  56: withOther({ counts: [0, 0, 0] }),
  59: rowsOf('sys_ui_list_element', () => undefined),
  60: answer(/accord_probe_60/u, { status: 401 }),
  64: answer(/login\.do/u, { headers: { server: 'nginx' } }),
  73: (said) => {
    if (said.status === 202) Object.assign(said, { status: 429, text: 'too many' })
  },
  78: rowsOf('clone_data_exclude', () => undefined),
  79: withOther({ title: 'NULL' }),
}

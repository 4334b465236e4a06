import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { readArchive } from '../../instance-simulator/src/package/read-archive.ts'
import { buildApp } from '../build/build-app.ts'
import { checkPackage } from '../check/check-package.ts'
import { TABLES } from '../src/server/names.ts'
import { SCOPE } from '../src/server/scope.ts'

type Files = Map<string, Buffer>

let pristine: ReadonlyMap<string, Buffer>

beforeAll(async () => {
  pristine = await readArchive(await readFile((await buildApp()).zip))
}, 180_000)

/** A copy of the package in which one file is rewritten, with an inventory that fits again. */
function broken(change: (files: Files) => void): Files {
  const files = new Map(pristine)
  change(files)
  files.delete('package_inventory.csv')
  const sums = [...files].map(([name, content]) => `${name};${createHash('sha256').update(content).digest('hex')}`)
  return files.set('package_inventory.csv', Buffer.from(sums.join('\n')))
}

function find(files: Files, content: RegExp): string {
  const found = [...files].find(
    ([name, bytes]) => /^(?:author_elective_)?update\//.test(name) && content.test(bytes.toString('utf8')),
  )
  if (!found) throw new Error(`No record of the package looks like ${String(content)}`)
  return found[0]
}

/** Replaces text in the first record that looks like `record`; the test breaks when there is nothing to replace. */
const edit = (record: RegExp, from: string | RegExp, to: string) => (files: Files) => {
  const name = find(files, record)
  const before = files.get(name)?.toString('utf8') ?? ''
  const after = before.replace(from, to)
  expect(after).not.toBe(before)
  files.set(name, Buffer.from(after))
}

const remove = (record: RegExp) => (files: Files) => void files.delete(find(files, record))
const failedRules = (files: Files) =>
  checkPackage(files)
    .filter(({ findings }) => findings.length > 0)
    .map(({ rule }) => rule)

const MODULE = (path: string) => new RegExp(`<path>[^<]*${path}</path>`)
const ROUTE = (name: string) => new RegExp(`<sys_ws_operation [\\s\\S]*<name>${name}</name>`)
const CONSOLE = new RegExp(`<name>${SCOPE}/main</name>`)

test('the package as it is built passes every rule', () => {
  expect(checkPackage(new Map(pristine)).filter(({ findings }) => findings.length > 0)).toEqual([])
})

test('a file that was changed after packing is seen by its sum', () => {
  const files = new Map(pristine)
  files.set(`dictionary/${TABLES.node}.xml`, Buffer.from('<database/>'))
  expect(failedRules(files)).toContain('the inventory fits')
})

describe('a package that is broken in one way fails the rule that guards it', () => {
  test.each<[string, (files: Files) => void, string]>([
    ['a label has no German', remove(/<sys_documentation [\s\S]*<language>de</), 'what people read is there in German'],
    [
      'a choice has no German',
      edit(/<sys_choice_v2 /, /<language>de</, '<language>fr<'),
      'what people read is there in German',
    ],
    [
      'a button has no German',
      remove(/<name>sys_ui_action<[\s\S]*<value>Activate</),
      'what people read is there in German',
    ],
    ['a module is missing', remove(MODULE('http/refusal\\.ts')), 'every import resolves'],
    ['shared did not ship', remove(MODULE('@accord/shared/[^/]+/protocol\\.js')), 'every import resolves'],
    [
      'an import lost its extension',
      edit(MODULE('bridge-client\\.ts'), './http/query.ts', './http/query'),
      'every import resolves',
    ],
    [
      'a route requires a module of another version',
      edit(
        ROUTE('pair-node'),
        "accord/0.1.0/now-app/src/server/routes/console-routes.ts');",
        "accord/0.2.0/now-app/src/server/routes/console-routes.ts');",
      ),
      'every import resolves',
    ],
    [
      'a module subclasses Error',
      edit(MODULE('http/refusal\\.ts'), 'export class Refusal {', 'export class Refusal extends Error {'),
      "only the platform's dialect",
    ],
    [
      'a module has a private field',
      edit(MODULE('http/refusal\\.ts'), 'constructor(', '#code;\n constructor('),
      "only the platform's dialect",
    ],
    [
      'a module holds what only later releases take',
      edit(MODULE('http/read-body\\.ts'), 'catch (_)', 'catch'),
      "only the platform's dialect",
    ],
    [
      'a module logs to the console',
      edit(
        MODULE('jobs/reconcile\\.ts'),
        'export function reconcile() {',
        'export function reconcile() { console.log(1);',
      ),
      "only the platform's dialect",
    ],
    [
      'a route has no ACL of its own',
      edit(ROUTE('accept-invitation'), /<enforce_acl>[^<]*<\/enforce_acl>/, '<enforce_acl/>'),
      'every route has its own ACL',
    ],
    [
      'a route does not enforce its ACL',
      edit(ROUTE('events'), '<requires_acl_authorization>true', '<requires_acl_authorization>false'),
      'every route has its own ACL',
    ],
    [
      'a console route needs no login',
      edit(ROUTE('read-session'), '<requires_authentication>true', '<requires_authentication>false'),
      'every route has its own ACL',
    ],
    [
      'an admin route is open to auditors',
      edit(ROUTE('accept-invitation'), /<enforce_acl>[^<]*/, `<enforce_acl>${'0'.repeat(32)}`),
      'every route has its own ACL',
    ],
    ['a route of the protocol is missing', remove(ROUTE('revoke-invitation')), 'every route has its own ACL'],
    [
      'a table is open for writing',
      remove(new RegExp(`<name>${TABLES.connection}</name>\\s*<operation display_value="write">`)),
      'every table has its own ACLs',
    ],
    [
      'a button has no condition',
      edit(/<sys_ui_action [\s\S]*<name>Accept invitation</, /<condition>[^<]*<\/condition>/, '<condition/>'),
      'every button has a condition',
    ],
    ['a public route does not say why', edit(ROUTE('events'), /Public; [^<]*/, ''), 'every public route says why'],
    [
      'an ACL for everybody does not say why',
      edit(new RegExp(`<name>${SCOPE}\\.rest\\.public</name>`), /<description>[^<]*<\/description>/, '<description/>'),
      'every public route says why',
    ],
    [
      'a route is described at length',
      edit(ROUTE('events'), 'Public; ', `Public; ${'x'.repeat(100)}`),
      'descriptions of routes fit',
    ],
    [
      'a script runs a text',
      edit(
        MODULE('jobs/reconcile\\.ts'),
        'export function reconcile() {',
        'export const run = (text) => text.evaluateString(text);\nexport function reconcile() {',
      ),
      'nothing that an instance scan finds',
    ],
    [
      'a script names a record of one instance',
      edit(
        MODULE('jobs/reconcile\\.ts'),
        'export function reconcile() {',
        `export const GROUP = '${'0123456789abcdef'.repeat(2)}';\nexport function reconcile() {`,
      ),
      'nothing that an instance scan finds',
    ],
    [
      'a script names an instance',
      edit(
        MODULE('jobs/reconcile\\.ts'),
        'export function reconcile() {',
        "export const THERE = 'https://acme.service-now.com';\nexport function reconcile() {",
      ),
      'nothing that an instance scan finds',
    ],
    [
      'a script goes past the rules of the customer',
      edit(
        MODULE('jobs/reconcile\\.ts'),
        'export function reconcile() {',
        'export const quiet = (row) => row.setWorkflow(false);\nexport function reconcile() {',
      ),
      'nothing that an instance scan finds',
    ],
    [
      'a macro writes a name without escaping it',
      edit(/<sys_ui_macro /, '$[HTML:jvar_accord_remote]', '$[jvar_accord_remote]'),
      'macros write escaped, in the second phase',
    ],
    [
      'a macro writes a name in the first phase',
      edit(/<sys_ui_macro /, '$[HTML:jvar_accord_remote]', '${HTML:jvar_accord_remote}'),
      'macros write escaped, in the second phase',
    ],
    [
      'what an open page asks is read without regard to rights',
      edit(MODULE('routes/read-changes\\.ts'), 'secureRecord(', 'new GlideRecord('),
      "a person's rights hold",
    ],
    [
      'the test of a flow is missing',
      remove(/<sys_atf_test [\s\S]*accept an invitation/),
      'both flows have a test of the platform',
    ],
    ['a source map is packed', edit(CONSOLE, `${SCOPE}/main<`, `${SCOPE}/main.js.map<`), 'the console is a release'],
    [
      'the console points to a source map',
      edit(CONSOLE, ']]></content>', '\n//# sourceMappingURL=main.js.map\n]]></content>'),
      'the console is a release',
    ],
    [
      'the console can be edited on the instance',
      edit(CONSOLE, ']]></content>', '"data-source-loc"]]></content>'),
      'the console is a release',
    ],
    [
      'the page names a script that is not packed',
      edit(/<endpoint>[^<]*_console\.do</, '/repair-page.jsdbx', '/prepare-page.jsdbx'),
      'the console is a release',
    ],
    [
      'what is loaded later imports the script of the page',
      edit(/<name>[^<]*\/index2?</, '__ESM_BODY_START__*/', '__ESM_BODY_START__*/import{a}from"./main.jsdbx";'),
      'the console is a release',
    ],
    [
      'the console is missing',
      (files) => {
        for (const [name, bytes] of files) if (bytes.includes('application/javascript')) files.delete(name)
      },
      'the console is a release',
    ],
    [
      'a server library is a dependency',
      edit(
        MODULE('accord/0\\.1\\.0/package\\.json'),
        '"@accord/shared": "0.1.0"',
        '"@accord/shared": "0.1.0", "express": "5"',
      ),
      'the manifest is minimal',
    ],
    [
      'the application tells another version',
      edit(MODULE('app-version\\.ts'), "'0.1.0'", "'0.0.9'"),
      'the manifest is minimal',
    ],
    [
      'a pairing code is left in a module',
      edit(MODULE('app-version\\.ts'), "'0.1.0'", `'0.1.0' // #pair=${'a'.repeat(20)}`),
      'nothing secret',
    ],
    [
      'a private key is left in a module',
      edit(MODULE('app-version\\.ts'), "'0.1.0'", "'0.1.0' // -----BEGIN PRIVATE KEY-----"),
      'nothing secret',
    ],
    [
      'a path of the build machine is left',
      edit(MODULE('app-version\\.ts'), "'0.1.0'", "'0.1.0' // /home/builder/accord/"),
      'nothing secret',
    ],
    [
      'a state of the protocol has no choice',
      edit(
        new RegExp(`field="state" table="${TABLES.connection}"`),
        /<value>peer_lost<\/value>/g,
        '<value>lost</value>',
      ),
      "states are the protocol's",
    ],
    [
      'two choices of one list have the same label',
      edit(
        new RegExp(`field="state" table="${TABLES.invitation}"`),
        '<label>Revoked</label>',
        '<label>Expired</label>',
      ),
      'choices of one list have labels of their own',
    ],
  ])('%s', (_what, change, rule) => {
    expect(failedRules(broken(change))).toEqual([rule])
  })
})

test('a console of more than 310 kB compressed is refused', () => {
  const noise = Array.from({ length: 20_000 }, (_, i) => createHash('sha256').update(String(i)).digest('base64')).join(
    '',
  )
  const files = broken(edit(CONSOLE, ']]></content>', `"${noise}"]]></content>`))
  expect(failedRules(files)).toEqual(['the console is a release'])
})

test('what is no application cannot be taken apart', () => {
  expect(() => checkPackage(new Map([['update/x.xml', Buffer.from('<record_update/>')]]))).toThrow('no application')
})

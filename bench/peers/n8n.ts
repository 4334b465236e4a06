import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { findFreePort } from '../../node-bridge/test/faults/company/free-port.ts'
import { untilAnswered } from '../load/until-answered.ts'
import { homeOf, versionOf } from './installed.ts'
import { MAPPING, type Peer } from './peer.ts'
import { startGroup } from './process-group.ts'

const NAME = 'n8n'
const WORKFLOW = 'accordBench00001'
const run = promisify(execFile)

/** Pairs are in the data of the workflow, which n8n keeps in its database. */
const MAP = `const change = $json.body;
${MAPPING}
const pairs = $getWorkflowStaticData('global').pairs || {};
return [{ json: { number: change.number, pair: pairs[change.number] || '', fields: mapped.fields, comment: mapped.comment || null } }];`
const REMEMBER = `const known = $getWorkflowStaticData('global');
const { number, comment } = $('Map').first().json;
if (!known.pairs) known.pairs = {};
if (known.pairs[number] !== $json.id) known.pairs[number] = $json.id;
return [{ json: { id: $json.id, comment } }];`

function workflowFor(target: string): object {
  const node = (name: string, type: string, typeVersion: number, parameters: object) => ({
    id: name,
    name,
    type: `n8n-nodes-base.${type}`,
    typeVersion,
    position: [0, 0],
    parameters,
  })
  const isNotEmpty = (value: string) => ({
    conditions: {
      options: { caseSensitive: true, leftValue: '', typeValidation: 'loose', version: 2 },
      conditions: [
        {
          id: value,
          leftValue: `={{ ${value} }}`,
          rightValue: true,
          operator: { type: 'boolean', operation: 'equals' },
        },
      ],
      combinator: 'and',
    },
    options: {},
  })
  const call = (method: string, url: string, body: string) => ({
    method,
    url: `=${target}${url}`,
    sendBody: true,
    specifyBody: 'json',
    jsonBody: `={{ ${body} }}`,
    options: {},
  })
  const to = (...outputs: readonly (readonly string[])[]) => ({
    main: outputs.map((names) => names.map((name) => ({ node: name, type: 'main', index: 0 }))),
  })
  const webhook = { httpMethod: 'POST', path: 'change', responseMode: 'lastNode', options: {} }
  return {
    id: WORKFLOW,
    name: 'incidents',
    active: true,
    settings: { executionOrder: 'v1' },
    nodes: [
      { ...node('Webhook', 'webhook', 2, webhook), webhookId: 'change' },
      node('Map', 'code', 2, { jsCode: MAP }),
      node('Known', 'if', 2.2, isNotEmpty("$json.pair !== ''")),
      node('Update', 'httpRequest', 4.2, call('PATCH', '/records/{{ $json.pair }}', 'JSON.stringify($json.fields)')),
      node('Create', 'httpRequest', 4.2, call('POST', '/records', 'JSON.stringify($json.fields)')),
      node('Remember', 'code', 2, { jsCode: REMEMBER }),
      node('Said', 'if', 2.2, isNotEmpty('$json.comment !== null')),
      node(
        'Comment',
        'httpRequest',
        4.2,
        call('POST', '/records/{{ $json.id }}/comments', 'JSON.stringify($json.comment)'),
      ),
    ],
    connections: {
      Webhook: to(['Map']),
      Map: to(['Known']),
      Known: to(['Update'], ['Create']),
      Update: to(['Remember']),
      Create: to(['Remember']),
      Remember: to(['Said']),
      Said: to(['Comment'], []),
    },
  }
}

export const n8n: Peer = {
  name: 'n8n',
  version: () => versionOf(NAME),
  start: async (target) => {
    const directory = mkdtempSync(join(tmpdir(), 'accord-bench-peer-'))
    const port = await findFreePort()
    const url = `http://127.0.0.1:${port}`
    const environment = {
      N8N_USER_FOLDER: directory,
      N8N_HOST: '127.0.0.1',
      N8N_LISTEN_ADDRESS: '127.0.0.1',
      N8N_PORT: String(port),
      N8N_RUNNERS_BROKER_PORT: String(await findFreePort()),
      N8N_DIAGNOSTICS_ENABLED: 'false',
      N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
      N8N_TEMPLATES_ENABLED: 'false',
      N8N_PERSONALIZATION_ENABLED: 'false',
      N8N_LOG_LEVEL: 'error',
    }
    const program = join(homeOf(NAME), 'bin', 'n8n')
    const command = (...words: readonly string[]) =>
      run(process.execPath, [program, ...words], {
        env: { PATH: process.env['PATH'], HOME: directory, ...environment },
        timeout: 300_000,
      })
    const file = join(directory, 'workflow.json')
    writeFileSync(file, JSON.stringify([workflowFor(target)]))
    await command('import:workflow', `--input=${file}`)
    // The newer releases publish what the older ones activate.
    await command('publish:workflow', `--id=${WORKFLOW}`).catch(() =>
      command('update:workflow', `--id=${WORKFLOW}`, '--active=true'),
    )
    const group = startGroup({ command: process.execPath, parameters: [program, 'start'], environment, directory })
    await untilAnswered(`${url}/healthz/readiness`, 250)
    return {
      ...group,
      url: `${url}/webhook/change`,
      stop: async () => {
        await group.stop()
        rmSync(directory, { recursive: true, force: true })
      },
    }
  },
}

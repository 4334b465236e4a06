import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { findFreePort } from '../../node-bridge/test/faults/company/free-port.ts'
import { untilAnswered } from '../load/until-answered.ts'
import { homeOf, versionOf } from './installed.ts'
import { MAPPING, type Peer } from './peer.ts'
import { startGroup } from './process-group.ts'

const NAME = 'node-red'

/** Pairs are in the flow's memory: it keeps nothing when it ends. */
const MAP = `const change = msg.payload;
${MAPPING}
const pairs = flow.get('pairs') || {};
msg.number = change.number;
msg.comment = mapped.comment;
msg.pair = pairs[change.number];
msg.payload = mapped.fields;
msg.method = msg.pair ? 'PATCH' : 'POST';
msg.url = TARGET + '/records' + (msg.pair ? '/' + msg.pair : '');
return msg;`
const REMEMBER = `const pairs = flow.get('pairs') || {};
pairs[msg.number] = msg.payload.id;
flow.set('pairs', pairs);
if (!msg.comment) return [null, msg];
msg.method = 'POST';
msg.url = TARGET + '/records/' + msg.payload.id + '/comments';
msg.payload = msg.comment;
return [msg, null];`
const ANSWER = `msg.payload = { ok: true };
msg.statusCode = 200;
msg.headers = {};
return msg;`

const flowsFor = (target: string): readonly object[] => {
  const withTarget = (func: string) => `const TARGET = ${JSON.stringify(target)};\n${func}`
  const node = (id: string, type: string, wires: readonly (readonly string[])[], more: object) => ({
    id,
    z: 'tab',
    type,
    wires,
    x: 100,
    y: 100,
    ...more,
  })
  const call = { method: 'use', ret: 'obj', paytoqs: 'ignore', url: '', persist: true }
  const script = (func: string, outputs: number) => ({ func, outputs, initialize: '', finalize: '', libs: [] })
  return [
    { id: 'tab', type: 'tab', label: 'incidents' },
    node('in', 'http in', [['map']], { url: '/change', method: 'post', upload: false }),
    node('map', 'function', [['write']], script(withTarget(MAP), 1)),
    node('write', 'http request', [['remember']], call),
    node('remember', 'function', [['say'], ['answer']], script(withTarget(REMEMBER), 2)),
    node('say', 'http request', [['answer']], call),
    node('answer', 'function', [['out']], script(ANSWER, 1)),
    node('out', 'http response', [], {}),
    node('ready', 'http in', [['answer']], { url: '/ready', method: 'get', upload: false }),
  ]
}

export const nodeRed: Peer = {
  name: 'Node-RED',
  version: () => versionOf(NAME),
  start: async (target) => {
    const directory = mkdtempSync(join(tmpdir(), 'accord-bench-peer-'))
    const port = await findFreePort()
    writeFileSync(join(directory, 'flows.json'), JSON.stringify(flowsFor(target)))
    writeFileSync(
      join(directory, 'settings.js'),
      `module.exports = ${JSON.stringify({
        uiHost: '127.0.0.1',
        uiPort: port,
        flowFile: 'flows.json',
        httpAdminRoot: false,
        logging: { console: { level: 'fatal', metrics: false, audit: false } },
      })}`,
    )
    const group = startGroup({
      command: process.execPath,
      parameters: [join(homeOf(NAME), 'red.js'), '--userDir', directory, '--settings', join(directory, 'settings.js')],
      environment: {},
      directory,
    })
    const url = `http://127.0.0.1:${port}`
    await untilAnswered(`${url}/ready`, 100)
    return {
      ...group,
      url: `${url}/change`,
      stop: async () => {
        await group.stop()
        rmSync(directory, { recursive: true, force: true })
      },
    }
  },
}

import type { ConnectionSnapshot } from '@accord/shared/schemas'

/** A connection as its own side sees it, with what a test is about put in. */
export const snapshot = (part: Partial<ConnectionSnapshot>): ConnectionSnapshot => ({
  id: '7a0c1c5e-3f0e-4a51-9d2b-0f6f5b6f7a01',
  revision: 1,
  side: 'source',
  state: 'invited',
  stateReason: null,
  name: 'Alpha to Beta',
  localShortName: 'Alpha',
  remoteShortName: 'Beta',
  description: '',
  mode: 'script',
  local: false,
  remote: {
    instanceUid: null,
    name: 'Company B',
    nodeUrl: 'https://node.company-b.example',
    instanceUrl: 'https://company-b.example',
    nodeType: 'SERVICENOW',
    nodeVersion: '0.1.0',
    keyFingerprint: null,
  },
  invitation: null,
  localKeyFingerprint: '3F2A-91BC-77D0-E4A5',
  restVersion: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  activatedAt: null,
  lastContactAt: null,
  health: null,
  ...part,
})

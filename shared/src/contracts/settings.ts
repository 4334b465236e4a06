import type { Contracts } from './contract.js'

/** What an admin may set while the node runs, and the licence. */
export const SETTINGS = {
  readSettings: {
    summary: 'The settings of the node, those that can be changed here and those of its environment',
    method: 'GET',
    path: '/instance/v1/settings',
    audience: 'instance',
    role: 'auditor',
    answer: 'NodeSettings',
  },
  changeSettings: {
    summary: 'Change settings while the node runs',
    method: 'POST',
    path: '/instance/v1/settings',
    audience: 'instance',
    role: 'admin',
    body: 'ChangeSettingsRequest',
    actor: true,
    answer: 'NodeSettings',
  },
  readLicence: {
    summary: 'How the node is licensed, and every licence that was installed',
    method: 'GET',
    path: '/instance/v1/licence',
    audience: 'instance',
    role: 'auditor',
    answer: 'LicenceReport',
  },
  installLicence: {
    summary: 'Install a licence that the vendor has signed; the best valid one counts',
    method: 'POST',
    path: '/instance/v1/licence',
    audience: 'instance',
    role: 'admin',
    body: 'InstallLicenceRequest',
    actor: true,
    answer: 'LicenceReport',
    refusals: ['licence_malformed', 'licence_forged', 'licence_foreign', 'licence_expired'],
  },
} as const satisfies Contracts

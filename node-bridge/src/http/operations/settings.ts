import type { SETTINGS } from '@accord/shared/contracts'

import type { Licences } from '../../licence/licence-service.ts'
import type { Settings } from '../../run-settings/settings-service.ts'
import type { Handlers } from '../handlers.ts'

export const settingsOperations = (settings: Settings, licences: Licences): Handlers<typeof SETTINGS> => ({
  readSettings: () => settings.read(),
  changeSettings: ({ body }) => settings.change(body),
  readLicence: () => licences.report(),
  installLicence: ({ body }) => licences.install(body),
})

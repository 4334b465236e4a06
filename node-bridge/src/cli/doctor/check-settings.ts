import type { Finding } from '@accord/shared/schemas'

import { validateSettings } from '../../config/config.ts'
import type { Environment } from '../command.ts'

/** The settings of this shell, which may be those of the node; the command line itself needs two of them, and the node that answers has all. */
export function checkSettings(environment: Environment): Finding {
  try {
    validateSettings(environment)
    return { code: 'settings', state: 'ok', detail: 'The settings of this shell make sense.', remedy: null }
  } catch (error) {
    const detail = error instanceof Error ? error.message.replaceAll('\n', ' ') : String(error)
    return { code: 'settings', state: 'warning', detail, remedy: 'Correct the setting, if the node has the same.' }
  }
}

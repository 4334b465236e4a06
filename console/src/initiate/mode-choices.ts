import { CONFIGURATION_MODES, SUPPORTED_MODES } from '@accord/shared/protocol'
import type { ConfigurationMode } from '@accord/shared/protocol'
import type { ResolvedDestination } from '@accord/shared/schemas'

export interface ModeChoice {
  readonly mode: ConfigurationMode
  /** Undefined: can be chosen. A text of the destination, or one of ours by its key. */
  readonly refusedBy: { readonly key: 'laterRelease' | 'notAtDestination' } | { readonly text: string } | undefined
}

/** Each mode with why it cannot be chosen: this release does not run it, or the destination does not offer it. */
export function modeChoices(found: ResolvedDestination | null): ModeChoice[] {
  return CONFIGURATION_MODES.map((mode) => {
    if (!SUPPORTED_MODES.includes(mode)) return { mode, refusedBy: { key: 'laterRelease' } }
    const offer = found?.found.modes.find((it) => it.mode === mode)
    if (!found || offer?.available) return { mode, refusedBy: undefined }
    return { mode, refusedBy: offer?.reason ? { text: offer.reason } : { key: 'notAtDestination' } }
  })
}

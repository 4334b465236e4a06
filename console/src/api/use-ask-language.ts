import type { ScriptCompletions, ScriptPlace, SyncDirection } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { useHost } from '../host/console-host.ts'

/** The node's compiler, for the source of a script and an offset in it. */
export interface AskLanguage {
  readonly complete: (source: string, offset: number, signal: AbortSignal) => Promise<ScriptCompletions>
  readonly describe: (source: string, offset: number) => Promise<ScriptPlace>
}

export function useAskLanguage(connectionId: string, direction: SyncDirection): AskLanguage {
  const host = useHost()
  const { language } = useTranslation().i18n
  const params = { connectionId }
  return {
    complete: (source, offset, signal) =>
      host.call('completeScript', { params, body: { direction, source, offset, language }, signal }),
    describe: (source, offset) =>
      host.call('describeScriptPlace', { params, body: { direction, source, offset, language } }),
  }
}

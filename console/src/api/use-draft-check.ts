import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useHost } from '../host/console-host.ts'

const TYPING_PAUSE_MS = 500

interface DraftScripts {
  readonly table: string
  readonly outgoing: string
  readonly incoming: string
}

/** What is wrong with scripts that are being written, asked when the typing pauses. */
export function useScriptCheck(connectionId: string, scripts: DraftScripts, enabled: boolean) {
  const host = useHost()
  const { i18n } = useTranslation()
  const { language } = i18n
  const { table, outgoing, incoming } = scripts
  const [paused] = useDebouncedValue(JSON.stringify([table, outgoing, incoming]), TYPING_PAUSE_MS)
  const { data } = useQuery({
    queryKey: ['script-check', connectionId, language, paused],
    queryFn: ({ signal }) =>
      host.call('checkScripts', { params: { connectionId }, body: { table, outgoing, incoming, language }, signal }),
    enabled: enabled && paused === JSON.stringify([table, outgoing, incoming]),
    gcTime: 0,
  })
  return data?.faults
}

/** What records a condition finds now, asked when the typing pauses. */
export function useTriggerCheck(connectionId: string, table: string, query: string, enabled: boolean) {
  const host = useHost()
  const [paused] = useDebouncedValue(query.trim(), TYPING_PAUSE_MS)
  const { data, error, isFetching } = useQuery({
    queryKey: ['trigger-check', connectionId, table, paused],
    queryFn: ({ signal }) =>
      host.call('checkTrigger', { params: { connectionId }, body: { table, query: paused }, signal }),
    enabled,
    retry: false,
    gcTime: 0,
  })
  const isCurrent = paused === query.trim()
  const { matching, newest = [], texts = [] } = (isCurrent ? data : undefined) ?? {}
  return { matching, newest, texts, error: isCurrent ? error : null, isFetching }
}

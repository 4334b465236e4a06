import { Text } from '@mantine/core'
import type { AuditLine } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { en } from '../i18n/en/index.ts'
import { TimeText } from '../parts/time-text.tsx'
import { eventLabel } from './event-label.ts'

type Caller = keyof typeof en.trail.callers

const isCaller = (caller: string): caller is Caller => Object.hasOwn(en.trail.callers, caller)
const detailOf = ({ details }: AuditLine): string => {
  if (typeof details === 'string') return details
  return typeof details['detail'] === 'string' ? details['detail'] : ''
}
const HASH_SHOWN = 12

export function TrailEntry({ entry }: { readonly entry: AuditLine }) {
  const { t, i18n } = useTranslation()
  const { actor, caller, source } = entry
  const by = t('trail.by', { actor, caller: isCaller(caller) ? t(`trail.callers.${caller}`) : caller })
  const detail = detailOf(entry)
  return (
    <li>
      <Text fz="sm" c="dimmed" component="div">
        <TimeText at={entry.at} show="both" />
      </Text>
      <div>
        <Text fw={500}>{eventLabel(entry.action.replace(/^connection\./, ''), i18n)}</Text>
        {detail ? (
          <Text fz="sm" lang="en" style={{ overflowWrap: 'anywhere' }}>
            {detail}
          </Text>
        ) : null}
        <Text fz="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {caller === 'self' ? by : `${by} · ${t('trail.from', { source })}`}
        </Text>
        <Text fz="xs" c="dimmed" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
          {t('trail.place', { seq: entry.seq, hash: entry.hash?.slice(0, HASH_SHOWN) ?? '–' })}
          {entry.requestId ? ` · ${entry.requestId}` : ''}
        </Text>
      </div>
    </li>
  )
}

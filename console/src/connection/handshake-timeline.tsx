import { Text, Timeline } from '@mantine/core'
import type { HandshakeEntry } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { Panel } from '../parts/panel.tsx'
import { TimeText } from '../parts/time-text.tsx'
import { eventLabel } from './event-label.ts'

export function HandshakeTimeline({ log }: { readonly log: readonly HandshakeEntry[] }) {
  const { t, i18n } = useTranslation()
  return (
    <Panel>
      <Text fz="sm" c="dimmed">
        {t(log.length > 0 ? 'connection.handshakeLead' : 'connection.handshakeEmpty')}
      </Text>
      <Timeline bulletSize={12} lineWidth={2} active={log.length}>
        {log.map((entry) => (
          <Timeline.Item key={entry.id} title={eventLabel(entry.event, i18n)}>
            {entry.detail ? (
              <Text fz="sm" lang="en" style={{ overflowWrap: 'anywhere' }}>
                {entry.detail}
              </Text>
            ) : null}
            <Text fz="xs" c="dimmed">
              <TimeText at={entry.at} show="both" />
              {entry.actor ? ` · ${t('connection.by', { actor: entry.actor })}` : ''}
            </Text>
          </Timeline.Item>
        ))}
      </Timeline>
    </Panel>
  )
}

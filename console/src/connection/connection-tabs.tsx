import { Tabs } from '@mantine/core'
import type { ConnectionSnapshot, HandshakeEntry } from '@accord/shared/schemas'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { DiagnosticsTab } from '../diagnosis/diagnostics-tab.tsx'
import { SyncTab } from '../items/sync-tab.tsx'
import { HandshakeTimeline } from './handshake-timeline.tsx'
import { OverviewTab } from './overview-tab.tsx'
import { TrailTab } from './trail-tab.tsx'

interface ConnectionTabsProps {
  readonly connection: ConnectionSnapshot
  readonly log: readonly HandshakeEntry[]
}

const TABS = ['overview', 'handshake', 'trail', 'diagnostics', 'sync'] as const

/** The open tab is part of the address, so that a link can lead to it. */
export function ConnectionTabs({ connection, log }: ConnectionTabsProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { tab } = useSearch({ from: '/connections/$connectionId' })
  const open = TABS.find((it) => it === tab) ?? 'overview'
  const show = (next: string | null) =>
    void navigate({
      to: '/connections/$connectionId',
      params: { connectionId: connection.id },
      search: next && next !== 'overview' ? { tab: next } : {},
      replace: true,
    })
  return (
    <Tabs value={open} onChange={show} keepMounted={false}>
      <Tabs.List mb="md">
        {TABS.map((it) => (
          <Tabs.Tab key={it} value={it}>
            {t(`connection.tabs.${it}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="overview">
        <OverviewTab connection={connection} />
      </Tabs.Panel>
      <Tabs.Panel value="handshake">
        <HandshakeTimeline log={log} />
      </Tabs.Panel>
      <Tabs.Panel value="trail">
        <TrailTab connectionId={connection.id} />
      </Tabs.Panel>
      <Tabs.Panel value="diagnostics">
        <DiagnosticsTab connection={connection} />
      </Tabs.Panel>
      <Tabs.Panel value="sync">
        <SyncTab connection={connection} />
      </Tabs.Panel>
    </Tabs>
  )
}

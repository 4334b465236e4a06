import { Button, Group, Stack } from '@mantine/core'
import type { ConnectionSnapshot, SyncConfiguration } from '@accord/shared/schemas'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useScriptCheck } from '../api/use-draft-check.ts'
import { useSession } from '../api/use-session.ts'
import { useMayAllow } from '../api/use-sync-access.ts'
import { toneOf } from '../connection-state/state-tone.ts'
import { Notice } from '../parts/notice.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { AccessPanel } from './access-panel.tsx'
import { LeaveDialog } from './leave-dialog.tsx'
import { isMissing, neededAccess } from './needed-access.ts'
import { PublishBar } from './publish-bar.tsx'
import { Readiness } from './readiness.tsx'
import { ScriptsPanel } from './scripts-panel.tsx'
import { TemplateChoice } from './template-choice.tsx'
import { TestPanel } from './test-run/test-panel.tsx'
import { TriggerPanel } from './trigger-panel.tsx'
import { usePublishing } from './use-publishing.ts'
import { isPublished, useSyncDraft } from './use-sync-draft.ts'
import { WhatTravels } from './what-travels.tsx'
import { WideningBox } from './widening-box.tsx'

interface ConfigureSyncProps {
  readonly connection: ConnectionSnapshot
  readonly configuration: SyncConfiguration
}

export function ConfigureSync({ connection, configuration }: ConfigureSyncProps) {
  const { t } = useTranslation()
  const { first, tried, editing, needed, opens, publishing, faults, reason, isReadOnly, mayTest } =
    useConfiguring(configuration)
  const { id, name, localShortName: local, remoteShortName: remote } = connection
  const { draft, change, isChanged, reset } = editing
  if (toneOf(connection.state) === 'over') return <Notice tone="attention">{t('configure.ended')}</Notice>
  return (
    <Stack gap="md">
      <Readiness configuration={configuration} isChanged={isChanged} local={local} remote={remote} />
      {isPublished(configuration) ? null : <TemplateChoice name={configuration.template.name} />}
      <WhatTravels configuration={configuration} local={local} remote={remote} />
      <div className="accord-pair">
        <TriggerPanel
          connectionId={id}
          table={configuration.table}
          draft={draft}
          isReadOnly={isReadOnly}
          isCountable={configuration.access.state !== 'unknown' && !isMissing(needed)}
          onChange={change}
        />
        <AccessPanel configuration={configuration} needed={needed} name={name} />
      </div>
      <ScriptsPanel {...{ configuration, draft, faults, isReadOnly, first }} onChange={change} />
      <WideningBox checked={draft.mayWiden} isReadOnly={isReadOnly} onChange={(mayWiden) => change({ mayWiden })} />
      <TestPanel
        {...{ draft, local, remote, ...tried }}
        connectionId={id}
        table={configuration.table}
        isReadable={configuration.access.state !== 'unknown' && !isMissing(needed)}
        reason={mayTest ? undefined : reason}
      />
      <PublishBar
        reason={reason}
        isAllowing={(opens?.tables.length ?? 0) > 0}
        makesUser={opens?.userRoles !== undefined}
        hasWork={isChanged || !isPublished(configuration) || isMissing(opens)}
        isChanged={isChanged}
        isPending={publishing.isPending}
        onPublish={publishing.publish}
        onReset={reset}
      >
        {publishing.error ? <ProblemNotice thrown={publishing.error} onRetry={publishing.publish} /> : null}
        {publishing.faults.length > 0 ? <Notice tone="attention">{t('configure.faulty')}</Notice> : null}
        {publishing.isDone ? <DoneNotice connection={connection} isPeerReady={configuration.isPeerReady} /> : null}
      </PublishBar>
      <LeaveDialog isChanged={isChanged} />
    </Stack>
  )
}

/** What the page knows and does, apart from how it looks. */
function useConfiguring(configuration: SyncConfiguration) {
  const { t } = useTranslation()
  const { roles } = useSession()
  const { isHere } = useMayAllow()
  const { script, line, item, record } = useSearch({ from: '/connections/$connectionId/sync' })
  const editing = useSyncDraft(configuration)
  const needed = neededAccess(configuration)
  const opens = isHere ? needed : undefined
  const publishing = usePublishing({ configuration, editing, opens })
  const { connectionId, table } = configuration
  const mayCheck = (roles.admin || roles.maintainer) && editing.isChanged
  const checked = useScriptCheck(connectionId, { table, ...editing.draft }, mayCheck)
  return {
    first: script && line ? { script, line } : undefined,
    tried: { item, record },
    editing,
    needed,
    opens,
    publishing,
    faults: publishing.faults.length > 0 ? publishing.faults : (checked ?? []),
    reason: roles.admin ? undefined : t('common.needsAdmin'),
    isReadOnly: !roles.admin,
    mayTest: roles.admin || roles.maintainer,
  }
}

interface DoneNoticeProps {
  readonly connection: ConnectionSnapshot
  readonly isPeerReady: boolean | null
}

function DoneNotice({ connection, isPeerReady }: DoneNoticeProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { localShortName: local, remoteShortName: remote } = connection
  const params = { connectionId: connection.id }
  return (
    <Notice tone="good">
      <Group gap="sm">
        <span>{t(isPeerReady === false ? 'configure.doneWaiting' : 'configure.done', { local, remote })}</span>
        <Button
          size="xs"
          variant="default"
          onClick={() => void navigate({ to: '/connections/$connectionId', params, search: { tab: 'sync' } })}
        >
          {t('configure.toPairs')}
        </Button>
      </Group>
    </Notice>
  )
}

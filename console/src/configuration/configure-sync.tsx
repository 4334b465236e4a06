import { Button, Group, Stack } from '@mantine/core'
import type { ConnectionSnapshot, SyncConfiguration } from '@accord/shared/schemas'
import type { TemplateName } from '@accord/shared/sync'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { toneOf } from '../connection-state/state-tone.ts'
import { BackfillOffer } from '../backfill/backfill-offer.tsx'
import { Notice } from '../parts/notice.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { AccessPanel } from './access-panel.tsx'
import { DraftNotices } from './draft/draft-notices.tsx'
import { DraftState } from './draft/draft-state.tsx'
import { LeaveDialog } from './leave-dialog.tsx'
import { BasicPanel } from './basic/basic-panel.tsx'
import { CanaryPanel } from './canary/canary-panel.tsx'
import { DictionaryPanel } from './dictionary/dictionary-panel.tsx'
import { isMissing } from './needed-access.ts'
import { PublishBar } from './publish-bar.tsx'
import { Readiness } from './readiness.tsx'
import { ScriptsPanel } from './scripts-panel.tsx'
import { TemplateChoice } from './template-choice.tsx'
import { PublishDialog } from './shadow-run/publish-dialog.tsx'
import { TriggerPanel } from './trigger-panel.tsx'
import { type PartProps, TryPanels } from './try-panels.tsx'
import { UnmappedPanel } from './unmapped-words/unmapped-panel.tsx'
import { useConfiguring } from './use-configuring.ts'
import { isPublished } from './draft/use-sync-draft.ts'
import { VersionsPanel } from './versions/versions-panel.tsx'
import { WhatTravels } from './what-travels.tsx'
import { WideningBox } from './widening-box.tsx'

interface ConfigureSyncProps {
  readonly connection: ConnectionSnapshot
  readonly configuration: SyncConfiguration
  readonly onTemplate: (name: TemplateName) => void
}

export function ConfigureSync({ connection, configuration, onTemplate }: ConfigureSyncProps) {
  const { t } = useTranslation()
  const page = useConfiguring(configuration)
  const { editing, needed, isReadOnly } = page
  const { id, name, localShortName: local, remoteShortName: remote } = connection
  const { draft, change, isChanged } = editing
  if (toneOf(connection.state) === 'over') return <Notice tone="attention">{t('configure.ended')}</Notice>
  return (
    <Stack gap="md">
      <Readiness configuration={configuration} isChanged={isChanged} local={local} remote={remote} />
      {isPublished(configuration) || connection.mode === 'basic' ? null : (
        <TemplateChoice name={configuration.template.name} isChanged={isChanged} onChoose={onTemplate} />
      )}
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
      {configuration.isBasic ? (
        <BasicPanel configuration={configuration} reason={page.reason} />
      ) : (
        <Scripts {...{ connection, configuration, page }} />
      )}
      <PublishPart {...{ connection, configuration, page }} />
      <LeaveDialog isUnsaved={editing.wouldBeLost} />
    </Stack>
  )
}

/** What people of this side write, try and have published. */
function Scripts({ connection, configuration, page }: PartProps) {
  const { spot, editing, faults, isReadOnly } = page
  const { draft, change } = editing
  return (
    <>
      {isPublished(configuration) ? <DictionaryPanel configuration={configuration} onShow={page.show} /> : null}
      <UnmappedPanel
        {...{ draft, isReadOnly }}
        unmapped={configuration.unmapped}
        onChange={change}
        onShow={page.show}
      />
      <DraftNotices {...{ configuration, editing, isReadOnly }} />
      <ScriptsPanel {...{ configuration, draft, faults, isReadOnly, spot }} onChange={change} />
      <WideningBox checked={draft.mayWiden} isReadOnly={isReadOnly} onChange={(mayWiden) => change({ mayWiden })} />
      <TryPanels {...{ connection, configuration, page }} />
      {isPublished(configuration) ? (
        <CanaryPanel
          {...{ configuration, editing }}
          shadow={page.shadow}
          remote={connection.remoteShortName}
          reason={page.reason}
        />
      ) : null}
      {isPublished(configuration) ? (
        <VersionsPanel
          {...{ configuration, editing }}
          reason={page.reason}
          onPublish={(scripts, note) => page.asking.ask({ ...draft, ...scripts }, note)}
        />
      ) : null}
    </>
  )
}

function PublishPart({ connection, configuration, page }: PartProps) {
  const { t } = useTranslation()
  const { trying, shadow, asking, opens, publishing, reason, editing } = page
  const { isChanged } = editing
  return (
    <>
      <PublishBar
        reason={reason}
        isAllowing={(opens?.tables.length ?? 0) > 0}
        makesUser={opens?.userRoles !== undefined}
        isBasic={configuration.isBasic}
        hasWork={isChanged || !isPublished(configuration) || isMissing(opens)}
        isChanged={isChanged}
        isPending={publishing.isPending}
        trying={asking.isTrying ? shadow.progress : undefined}
        note={isChanged && isPublished(configuration) ? editing.note : undefined}
        onNote={editing.setNote}
        onPublish={() => asking.ask(editing.draft, editing.note)}
        onReset={editing.reset}
      >
        <DraftState editing={editing} />
        {publishing.error ? (
          <ProblemNotice thrown={publishing.error} onRetry={() => publishing.publish(editing.draft, editing.note)} />
        ) : null}
        {publishing.faults.length > 0 ? <Notice tone="attention">{t('configure.faulty')}</Notice> : null}
        {publishing.isDone ? <DoneNotice connection={connection} isPeerReady={configuration.isPeerReady} /> : null}
      </PublishBar>
      <PublishDialog
        question={asking.question}
        remote={connection.remoteShortName}
        onConfirm={asking.confirm}
        onCancel={asking.dismiss}
        onTry={(tried) => {
          asking.dismiss()
          trying.open(tried)
        }}
      />
    </>
  )
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
      <BackfillOffer connection={connection} isAsked />
    </Notice>
  )
}

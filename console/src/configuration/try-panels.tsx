import type { ConnectionSnapshot, SyncConfiguration } from '@accord/shared/schemas'
import { isMissing } from './needed-access.ts'
import { ShadowPanel } from './shadow-run/shadow-panel.tsx'
import { TestPanel } from './test-run/test-panel.tsx'
import type { useConfiguring } from './use-configuring.ts'
import { isPublished, shadowDraftOf } from './draft/use-sync-draft.ts'

export interface PartProps {
  readonly connection: ConnectionSnapshot
  readonly configuration: SyncConfiguration
  readonly page: ReturnType<typeof useConfiguring>
}

/** What is written above, tried before it counts: on one record, and on all pairs. */
export function TryPanels({ connection, configuration, page }: PartProps) {
  const { trying, shadow, needed, editing, reason, mayTest } = page
  const { id, localShortName: local, remoteShortName: remote } = connection
  const { table, access } = configuration
  const why = mayTest ? undefined : reason
  return (
    <>
      <TestPanel
        key={trying.count}
        {...{ table, local, remote, ...trying.tried }}
        connectionId={id}
        draft={editing.draft}
        isReadable={access.state !== 'unknown' && !isMissing(needed)}
        isAtOnce={trying.count > 0}
        reason={why}
      />
      {isPublished(configuration) ? (
        <ShadowPanel
          {...{ shadow, remote }}
          draft={shadowDraftOf(configuration, editing.draft)}
          reason={why}
          onTry={trying.open}
        />
      ) : null}
    </>
  )
}

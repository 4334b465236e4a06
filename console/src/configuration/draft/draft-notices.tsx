import type { SyncConfiguration, SyncDraft as StoredDraft } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/use-session.ts'
import { Notice } from '../../parts/notice.tsx'
import { relativeTime } from '../../parts/relative-time.ts'
import { useNow } from '../../parts/use-now.ts'
import type { useSyncDraft } from './use-sync-draft.ts'
import { contentOf, savedDraft } from './draft-content.ts'
import { DraftQuestion } from './draft-question.tsx'

interface DraftNoticesProps {
  readonly configuration: SyncConfiguration
  readonly editing: ReturnType<typeof useSyncDraft>
  readonly isReadOnly: boolean
}

/** Who else writes here, and what has to be decided because of that. */
export function DraftNotices({ configuration, editing, isReadOnly }: DraftNoticesProps) {
  const { t } = useTranslation()
  const { userName } = useSession()
  const { draft, saving, isStale, keepDraft, reset, takeTheirs } = editing
  const { other } = saving
  const stored = configuration.draft
  if (other)
    return (
      <DraftQuestion
        text={<ByWhom text="drafts.changed" draft={other} />}
        mine={draft}
        other={contentOf(other)}
        keep={t('drafts.keepMine')}
        drop={t('drafts.takeTheirs', { author: other.author })}
        onKeep={saving.keepMine}
        onDrop={takeTheirs}
      />
    )
  return (
    <>
      {stored && stored.author !== userName ? (
        <Notice tone="waiting">
          <ByWhom text={isReadOnly ? 'drafts.theirsToRead' : 'drafts.theirs'} draft={stored} />
        </Notice>
      ) : null}
      {isStale && !isReadOnly ? (
        <DraftQuestion
          text={t('drafts.stale')}
          mine={draft}
          other={savedDraft(configuration)}
          keep={t('drafts.keepDraft')}
          drop={t('drafts.letGo')}
          onKeep={keepDraft}
          onDrop={reset}
        />
      ) : null}
    </>
  )
}

interface ByWhomProps {
  readonly text: 'drafts.changed' | 'drafts.theirs' | 'drafts.theirsToRead'
  readonly draft: StoredDraft
}

function ByWhom({ text, draft: { author, startedAt, changedAt } }: ByWhomProps) {
  const { t, i18n } = useTranslation()
  useNow(5_000)
  // The clock of the node may be ahead of the reader's.
  const ago = (at: string) => relativeTime(Math.min(0, Date.parse(at) - Date.now()), i18n.language)
  return <>{t(text, { author, since: ago(startedAt), last: ago(changedAt) })}</>
}

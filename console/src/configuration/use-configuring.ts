import type { SyncConfiguration } from '@accord/shared/schemas'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useScriptCheck } from '../api/use-draft-check.ts'
import { useSession } from '../api/use-session.ts'
import { useShadowRun } from '../api/use-shadow-run.ts'
import { useMayAllow } from '../api/use-sync-access.ts'
import type { ScriptSpot } from './editor/editor-props.ts'
import { neededAccess } from './needed-access.ts'
import type { Tried } from './shadow-run/shadow-result.tsx'
import { useAskedPublishing } from './shadow-run/use-asked-publishing.ts'
import { usePublishing } from './use-publishing.ts'
import { changesRules, isPublished, shadowDraftOf, useSyncDraft } from './draft/use-sync-draft.ts'

/** What the page knows and does, apart from how it looks. */
export function useConfiguring(configuration: SyncConfiguration) {
  const { t } = useTranslation()
  const { roles } = useSession()
  const { isHere } = useMayAllow()
  const { spot, show } = useSpot()
  const trying = useTrying()
  const editing = useSyncDraft(configuration)
  const needed = neededAccess(configuration)
  const opens = isHere ? needed : undefined
  const publishing = usePublishing({ configuration, editing, opens })
  const { connectionId, table } = configuration
  const mayCheck = roles.maintainer && editing.isChanged
  const checked = useScriptCheck(connectionId, { table, ...editing.draft }, mayCheck)
  const shadow = useShadowRun(connectionId)
  const asking = useAskedPublishing({
    shadow,
    toTry: (draft) =>
      isPublished(configuration) && changesRules(configuration, draft)
        ? shadowDraftOf(configuration, draft)
        : undefined,
    publish: publishing.publish,
  })
  return {
    spot,
    show,
    trying,
    shadow,
    asking,
    editing,
    needed,
    opens,
    publishing,
    faults: publishing.faults.length > 0 ? publishing.faults : (checked ?? []),
    reason: roles.rulesAuthor ? undefined : t('common.needsRulesAuthor'),
    isReadOnly: !roles.rulesAuthor,
    mayTest: roles.maintainer,
  }
}

/** Where in a script the page is: what a link has led to, or what was asked for on the page. */
function useSpot() {
  const { script, line } = useSearch({ from: '/connections/$connectionId/sync' })
  const [spot, show] = useState<ScriptSpot | undefined>(script && line ? { script, line } : undefined)
  return { spot, show }
}

/** What the draft is tried on: what a link has led here for, or what was found on the page. */
function useTrying() {
  const { item, record } = useSearch({ from: '/connections/$connectionId/sync' })
  const [trying, setTrying] = useState<{
    readonly tried: Partial<Record<'item' | 'message' | 'record', string>>
    readonly count: number
  }>({
    tried: { ...(item && { item }), ...(record && { record }) },
    count: 0,
  })
  return { ...trying, open: (tried: Tried) => setTrying(({ count }) => ({ tried, count: count + 1 })) }
}

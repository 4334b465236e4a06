import { Stack, Text } from '@mantine/core'
import { SYNC_LIMITS } from '@accord/shared/sync'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../parts/notice.tsx'
import { ProblemNotice } from '../../problems/problem-notice.tsx'
import type { useSyncDraft } from './use-sync-draft.ts'

interface DraftStateProps {
  readonly editing: ReturnType<typeof useSyncDraft>
}

/** Is what was typed kept? Where it is not, why, and what to do. */
export function DraftState({ editing }: DraftStateProps) {
  const { t, i18n } = useTranslation()
  const { saving, isChanged, isUnsaved } = editing
  if (saving.excess > 0) {
    const limit = new Intl.NumberFormat(i18n.language).format(SYNC_LIMITS.scriptChars)
    return <Notice tone="attention">{t('drafts.tooLong', { count: saving.excess, limit })}</Notice>
  }
  if (saving.other) return <Notice tone="attention">{t('drafts.undecided')}</Notice>
  if (saving.error !== null)
    return (
      <Stack gap="xs">
        <Notice tone="attention">{t('drafts.failed')}</Notice>
        <ProblemNotice thrown={saving.error} onRetry={saving.retry} />
      </Stack>
    )
  if (!isChanged && !isUnsaved) return null
  return (
    <Text fz="xs" c="dimmed" role="status">
      {t(saving.isSaving ? 'drafts.saving' : isUnsaved ? 'drafts.waiting' : 'drafts.saved')}
    </Text>
  )
}

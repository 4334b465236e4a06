import { Box } from '@mantine/core'
import type { Finding } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { FindingList } from '../setup/finding-list.tsx'

/** Warnings that do not block an invitation; folded, since most admins know them already. */
export function PrerequisiteNotices({ findings }: { readonly findings: readonly Finding[] }) {
  const { t } = useTranslation()
  const notices = findings.filter(({ state }) => state === 'warning')
  if (notices.length === 0) return null
  return (
    <Box component="details" className="accord-notice" data-tone="attention">
      <summary>{t('initiate.notices', { count: notices.length })}</summary>
      <Box mt="sm">
        <FindingList findings={notices} />
      </Box>
    </Box>
  )
}

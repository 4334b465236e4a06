import { Anchor, Text } from '@mantine/core'
import type { SyncItem } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'

/** The number of a record, as a link to it where there is one; the record opens beside this page. */
export function RecordLink({ record: { key, url } }: { readonly record: SyncItem['local'] }) {
  const { t } = useTranslation()
  if (key === null || key === '')
    return (
      <Text component="span" fz="sm" c="dimmed">
        {t('sync.unnamed')}
      </Text>
    )
  if (url === null) return <span>{key}</span>
  return (
    <Anchor href={url} target="_blank" rel="noopener noreferrer" fz="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
      {key}
    </Anchor>
  )
}

import { Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface TestedEntriesProps {
  readonly title: string
  readonly entries: readonly { readonly head: string; readonly body: string; readonly isInternal: boolean }[]
  readonly files: readonly { readonly name: string; readonly bytes: number }[]
}

/** Comments and files of a test run. Who may read an entry stands beside it, in words. */
export function TestedEntries({ title, entries, files }: TestedEntriesProps) {
  const { t, i18n } = useTranslation()
  if (entries.length + files.length === 0) return null
  return (
    <Stack gap={4} component="section" aria-label={title}>
      <Text fz="sm" fw={500}>
        {title}
      </Text>
      {entries.map(({ head, body, isInternal }, place) => (
        <div key={place}>
          <Text fz="xs" c="dimmed">
            {head}{' '}
            <span className="accord-state" data-tone={isInternal ? 'waiting' : 'good'}>
              {t(isInternal ? 'testRun.internal' : 'testRun.public')}
            </span>
          </Text>
          <Text fz="sm" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
            {body}
          </Text>
        </div>
      ))}
      {files.map(({ name, bytes }) => (
        <Text key={name} fz="sm">
          {t('testRun.file', { name, size: new Intl.NumberFormat(i18n.language).format(bytes) })}
        </Text>
      ))}
    </Stack>
  )
}

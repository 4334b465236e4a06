import { Table, Text } from '@mantine/core'
import type { ItemStep } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { exactTime } from '../parts/exact-time.ts'
import { Panel } from '../parts/panel.tsx'
import { type ContestedPath, contestedPaths } from './find-contested.ts'

interface ContestedPathsProps {
  readonly steps: readonly ItemStep[]
  readonly remote: string
}

/** Whose value stood where both sides had changed one, and what rules passed over, each path as it was last. */
export function ContestedPaths({ steps, remote }: ContestedPathsProps) {
  const { t } = useTranslation()
  const paths = contestedPaths(steps)
  const title = t('item.contested.title')
  return (
    <Panel title={title}>
      {paths.length === 0 ? (
        <Text fz="sm">{t('item.contested.none')}</Text>
      ) : (
        <div className="accord-stacked">
          <Table verticalSpacing="xs" layout="fixed" aria-label={title}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th w="25%">{t('item.contested.path')}</Table.Th>
                <Table.Th>{t('item.contested.what')}</Table.Th>
                <Table.Th w="30%">{t('item.contested.when')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {paths.map((each) => (
                <PathRow key={`${each.event} ${each.path}`} contested={each} remote={remote} />
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </Panel>
  )
}

function PathRow({ contested, remote }: { readonly contested: ContestedPath; readonly remote: string }) {
  const { t, i18n } = useTranslation()
  const { path, event, at } = contested
  return (
    <Table.Tr>
      <Table.Td data-label={t('item.contested.path')} style={{ overflowWrap: 'anywhere' }}>
        <code>{path}</code>
      </Table.Td>
      <Table.Td data-label={t('item.contested.what')}>{t(`item.contested.${event}`, { remote })}</Table.Td>
      <Table.Td data-label={t('item.contested.when')}>
        <time dateTime={at}>{exactTime(at, i18n.language, 'all')}</time>
      </Table.Td>
    </Table.Tr>
  )
}

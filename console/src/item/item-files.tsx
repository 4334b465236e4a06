import { Box, Table } from '@mantine/core'
import type { ItemFile } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { Panel } from '../parts/panel.tsx'
import { problemWords } from '../problems/problem-words.ts'

const KILOBYTE = 1024

/** Files of the other side that the record does not have yet; nothing where all are there. The record's text does not wait for them. */
export function ItemFiles({ files }: { readonly files: readonly ItemFile[] }) {
  const { t } = useTranslation()
  if (files.length === 0) return null
  return (
    <Panel title={t('sync.files.title')}>
      <Box className="accord-stacked">
        <Table verticalSpacing="xs" layout="fixed" aria-label={t('sync.files.list')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('sync.files.name')}</Table.Th>
              <Table.Th w="25%">{t('sync.files.size')}</Table.Th>
              <Table.Th w="35%">{t('sync.files.state')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {files.map((file, place) => (
              <FileRow key={`${place} ${file.name}`} file={file} />
            ))}
          </Table.Tbody>
        </Table>
      </Box>
    </Panel>
  )
}

function FileRow({ file: { name, bytes, received, state, code } }: { readonly file: ItemFile }) {
  const { t, i18n } = useTranslation()
  const kilobytes = (count: number) => Math.ceil(count / KILOBYTE).toLocaleString(i18n.language)
  const title = code === null ? '' : problemWords(code, i18n).title
  return (
    <Table.Tr>
      <Table.Td data-label={t('sync.files.name')} style={{ overflowWrap: 'anywhere' }}>
        {name}
      </Table.Td>
      <Table.Td data-label={t('sync.files.size')}>
        {t('sync.files.arrived', { received: kilobytes(received), bytes: kilobytes(bytes) })}
      </Table.Td>
      <Table.Td data-label={t('sync.files.state')}>{t(`sync.files.states.${state}`, { title })}</Table.Td>
    </Table.Tr>
  )
}

import { Box, Table } from '@mantine/core'
import type { Tokens } from 'marked'
import { InlineView } from './inline-view.tsx'

/** Scrolls inside itself on a narrow screen, by keyboard too. */
export function TableView({ table: { header, rows } }: { readonly table: Tokens.Table }) {
  return (
    <Box
      style={{ overflowX: 'auto' }}
      tabIndex={0}
      role="group"
      aria-label={header.map(({ text }: Tokens.TableCell) => text).join(', ')}
    >
      <Table miw={header.length > 2 ? 720 : 320} verticalSpacing="xs" layout="auto">
        <Table.Thead>
          <Table.Tr>
            {header.map((cell: Tokens.TableCell, place: number) => (
              <Table.Th key={place}>
                <InlineView tokens={cell.tokens} />
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row: Tokens.TableCell[], place: number) => (
            <Table.Tr key={place}>
              {row.map((cell, column) => (
                <Table.Td key={column} style={{ verticalAlign: 'top' }}>
                  <InlineView tokens={cell.tokens} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Box>
  )
}

import { Anchor, Text } from '@mantine/core'
import { OPERATIONS } from '@accord/shared/protocol'
import { useTranslation } from 'react-i18next'
import { useSession } from '../api/use-session.ts'
import { Panel } from '../parts/panel.tsx'
import { OperationTable } from './operation-table.tsx'

/** Every call of the node from the table that its routes are made of; the shapes are in its OpenAPI document. */
export function ApiPanel() {
  const { t } = useTranslation()
  const { nodeUrl } = useSession()
  const document = `${nodeUrl ?? ''}${OPERATIONS.readOpenApi.path}`
  return (
    <Panel>
      <Text maw="44rem">
        {t('help.apiLead')}{' '}
        <Anchor href={document} target="_blank" rel="noopener noreferrer">
          {t('help.openApi')}
        </Anchor>
      </Text>
      <OperationTable />
    </Panel>
  )
}

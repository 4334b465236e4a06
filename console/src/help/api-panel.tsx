import { Anchor, Text, TextInput } from '@mantine/core'
import { SERVICE } from '@accord/shared/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import REFERENCE from '../../../docs/api.md?raw'
import { useSession } from '../api/use-session.ts'
import { Panel } from '../parts/panel.tsx'
import { readReference, searchReference } from './read-reference.ts'
import { ReferenceCalls } from './reference-calls.tsx'

const AUDIENCES = ['public', 'node', 'instance', 'operator'] as const
const CALLS = readReference(REFERENCE)

/** Every call of the node with its fields, answers and refusals: its OpenAPI document, rendered when this page was built. */
export function ApiPanel() {
  const { t } = useTranslation()
  const { nodeUrl } = useSession()
  const [words, setWords] = useState('')
  const found = searchReference(CALLS, words)
  return (
    <Panel>
      <Text maw="44rem" mb="sm">
        {t('help.apiLead')}{' '}
        <Anchor
          underline="always"
          href={`${nodeUrl ?? ''}${SERVICE.readOpenApi.path}`}
          target="_blank"
          rel="noopener noreferrer"
        >
          {t('help.openApi')}
        </Anchor>
      </Text>
      <TextInput
        maw="28rem"
        type="search"
        label={t('help.findCall')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {AUDIENCES.map((audience) => (
        <ReferenceCalls key={audience} audience={audience} calls={found.filter((call) => call.audience === audience)} />
      ))}
      <Text role="status" mt="md">
        {found.length === 0 ? t('help.noCall') : null}
      </Text>
    </Panel>
  )
}

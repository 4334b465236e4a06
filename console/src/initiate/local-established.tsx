import { Stack } from '@mantine/core'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { EstablishedActions } from '../invitation/established-actions.tsx'
import { StepHeading } from '../parts/step-heading.tsx'

/** The last step of a local connection: there is no code to send. */
export function LocalEstablished({ connection }: { readonly connection: ConnectionSnapshot }) {
  const { t } = useTranslation()
  return (
    <Stack gap="lg">
      <StepHeading title={t('accept.outcome.established')} lead={t('initiate.localLead')} />
      <EstablishedActions connectionId={connection.id} />
    </Stack>
  )
}

import { Anchor, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PageHeading } from '../parts/page-heading.tsx'

export function NotFoundPage() {
  const { t } = useTranslation()
  return (
    <Stack gap="sm">
      <PageHeading title={t('common.notFound')} />
      <Text>
        <Anchor renderRoot={(props) => <Link to="/connections" {...props} />}>{t('common.backToConnections')}</Anchor>
      </Text>
    </Stack>
  )
}

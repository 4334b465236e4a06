import { Anchor, List, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNodeStatus } from '../api/use-node-status.ts'
import { useSession } from '../api/use-session.ts'
import { DescriptionList } from '../parts/description-list.tsx'
import { Panel } from '../parts/panel.tsx'

const PLACES = ['/prerequisites', '/connections', '/jobs'] as const

const PlaceLink = ({ to, children }: { readonly to: (typeof PLACES)[number]; readonly children: ReactNode }) => (
  <Anchor renderRoot={(props) => <Link to={to} {...props} />}>{children}</Anchor>
)

/** Where somebody looks first when something is wrong, and what somebody else needs to help. */
export function SupportPanel() {
  const { t } = useTranslation()
  const session = useSession()
  const { data: status } = useNodeStatus(session.paired)
  return (
    <Stack gap="md">
      <Panel title={t('support.look')}>
        <List spacing="xs">
          <List.Item>
            <PlaceLink to="/prerequisites">{t('support.prerequisites')}</PlaceLink>
          </List.Item>
          <List.Item>
            <PlaceLink to="/connections">{t('support.diagnosis')}</PlaceLink>
          </List.Item>
          <List.Item>
            <PlaceLink to="/jobs">{t('support.jobs')}</PlaceLink>
          </List.Item>
        </List>
      </Panel>
      <Panel title={t('support.logs')}>
        <List spacing="xs">
          <List.Item>{t('support.instanceLog')}</List.Item>
          <List.Item>{t('support.outboundLog')}</List.Item>
          <List.Item>{t('support.nodeLog')}</List.Item>
        </List>
      </Panel>
      <Panel title={t('support.ask')}>
        <Text maw="44rem">{t('support.send')}</Text>
        <DescriptionList
          items={[
            { label: t('help.app'), value: session.appVersion },
            { label: t('help.node'), value: status?.nodeVersion ?? null },
            { label: t('help.nodeUrl'), value: session.nodeUrl },
          ]}
        />
        <Text maw="44rem" fw={500}>
          {t('support.never')}
        </Text>
      </Panel>
    </Stack>
  )
}

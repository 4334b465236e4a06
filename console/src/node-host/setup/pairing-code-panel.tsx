import { Button, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/use-session.ts'
import { CodeBlock } from '../../parts/code-block.tsx'
import { CopyButton } from '../../parts/copy-button.tsx'
import { Panel } from '../../parts/panel.tsx'
import { absoluteTime } from '../../parts/relative-time.ts'
import { ProblemNotice } from '../../problems/problem-notice.tsx'
import { useAccountCall, useNodeHost } from '../adapter/use-node-host.ts'

/** Shows a pairing code, which the admin of an instance pastes there. */
export function PairingCodePanel({ isPaired }: { readonly isPaired: boolean }) {
  const { t, i18n } = useTranslation(['translation', 'node'])
  const host = useNodeHost()
  const { roles } = useSession()
  const issue = useAccountCall(() => host.call('issuePairingCode', {}))
  const code = issue.data
  return (
    <Panel title={t('node:pairingTitle')}>
      <Text fz="sm" c="dimmed">
        {t(isPaired ? 'node:pairingAgain' : 'node:pairingLead')}
      </Text>
      {code ? (
        <Stack gap="xs">
          <CodeBlock text={code.pairingCode} aria-label={t('setup.pairingCode')} />
          <Text fz="sm">{t('node:pairingUntil', { until: absoluteTime(code.expiresAt, i18n.language) })}</Text>
          <CopyButton label={t('node:copyPairing')} text={code.pairingCode} />
        </Stack>
      ) : null}
      {issue.error ? <ProblemNotice thrown={issue.error} /> : null}
      {roles.admin ? (
        <Group>
          <Button variant="default" loading={issue.isPending} onClick={() => issue.mutate(undefined)}>
            {t('node:showPairing')}
          </Button>
        </Group>
      ) : (
        <Text fz="sm">{t('common.needsAdmin')}</Text>
      )}
    </Panel>
  )
}

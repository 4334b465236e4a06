import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CodeBlock } from '../../parts/code-block.tsx'
import { CopyButton } from '../../parts/copy-button.tsx'
import { Panel } from '../../parts/panel.tsx'
import { absoluteTime } from '../../parts/relative-time.ts'
import type { ShownLink } from './use-users.ts'

interface UserLinkPanelProps {
  readonly link: ShownLink
  readonly onHide: () => void
}

/** The node keeps only a hash of it: what is not copied here is issued anew. */
export function UserLinkPanel({ link: { name, url, expiresAt }, onHide }: UserLinkPanelProps) {
  const { t, i18n } = useTranslation('users')
  return (
    <Panel title={t('linkTitle', { name })}>
      <Text fz="sm">{t('linkLead', { name, until: absoluteTime(expiresAt, i18n.language) })}</Text>
      <CodeBlock text={url} aria-label={t('linkTitle', { name })} />
      <Group gap="sm">
        <CopyButton variant="filled" label={t('copyLink')} text={url} />
        <Button variant="default" onClick={onHide}>
          {t('hideLink')}
        </Button>
      </Group>
    </Panel>
  )
}

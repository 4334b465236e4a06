import { Stack, Tabs } from '@mantine/core'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import CHANGELOG from '../../../CHANGELOG.md?raw'
import SECURITY from '../../../SECURITY.md?raw'
import GLOSSARY from '../../../docs/glossary.md?raw'
import { PageHeading } from '../parts/page-heading.tsx'
import { Panel } from '../parts/panel.tsx'
import { GUIDES } from '../problems/guide-of.ts'
import { AboutPanel } from './about-panel.tsx'
import { ApiPanel } from './api-panel.tsx'
import GUIDES_DE from './guides-de.md?raw'
import GUIDES_EN from './guides-en.md?raw'
import { GuidesPanel } from './guides-panel.tsx'
import { HELP_TOPICS } from './help-topics.ts'
import { MarkdownView } from './markdown-view.tsx'
import { SupportPanel } from './support-panel.tsx'

const DOCUMENTS = { releases: CHANGELOG, glossary: GLOSSARY, security: SECURITY } as const

/** The topic is part of the address, so that a link can lead to it. */
export function HelpPage() {
  const { t, i18n } = useTranslation()
  const navigate = useNavigate()
  const { topic } = useParams({ strict: false })
  // `guides.down`: one of the guides.
  const [asked, guide] = topic?.split('.') ?? []
  const open = HELP_TOPICS.find((it) => it === asked) ?? 'about'
  const show = (next: string | null) =>
    void navigate({ to: '/help/$topic', params: { topic: next ?? 'about' }, replace: true })
  return (
    <Stack gap="md">
      <PageHeading title={t('help.title')} />
      <Tabs value={open} onChange={show} keepMounted={false}>
        <Tabs.List mb="md">
          {HELP_TOPICS.map((it) => (
            <Tabs.Tab key={it} value={it}>
              {t(`help.topics.${it}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="about">
          <AboutPanel />
        </Tabs.Panel>
        <Tabs.Panel value="guides">
          <Panel>
            <GuidesPanel text={i18n.language === 'de' ? GUIDES_DE : GUIDES_EN} names={GUIDES} open={guide} />
          </Panel>
        </Tabs.Panel>
        <Tabs.Panel value="support">
          <SupportPanel />
        </Tabs.Panel>
        {(['releases', 'glossary', 'security'] as const).map((it) => (
          <Tabs.Panel key={it} value={it}>
            <Panel>
              <MarkdownView lang="en" source={DOCUMENTS[it]} />
            </Panel>
          </Tabs.Panel>
        ))}
        <Tabs.Panel value="api">
          <ApiPanel />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  )
}

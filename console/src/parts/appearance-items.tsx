import { Menu, useMantineColorScheme } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNodeHost } from '../adapter/use-node-host.ts'

const LANGUAGES = { en: 'English', de: 'Deutsch' } as const
const SCHEMES = ['auto', 'light', 'dark'] as const

/** Kept in this browser. */
export function AppearanceItems() {
  const { t, i18n } = useTranslation(['translation', 'node'])
  const host = useNodeHost()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const speak = (language: keyof typeof LANGUAGES) => {
    host.chooseLanguage(language)
    document.documentElement.lang = language
    void i18n.changeLanguage(language)
  }
  return (
    <>
      <Menu.Label>{t('node:language')}</Menu.Label>
      {(['en', 'de'] as const).map((language) => (
        <Choice key={language} isChosen={i18n.language === language} onChoose={() => speak(language)}>
          <span lang={language}>{LANGUAGES[language]}</span>
        </Choice>
      ))}
      <Menu.Label>{t('node:colours')}</Menu.Label>
      {SCHEMES.map((scheme) => (
        <Choice key={scheme} isChosen={colorScheme === scheme} onChoose={() => setColorScheme(scheme)}>
          {t(`node:schemes.${scheme}`)}
        </Choice>
      ))}
    </>
  )
}

interface ChoiceProps {
  readonly isChosen: boolean
  readonly onChoose: () => void
  readonly children: ReactNode
}

function Choice({ isChosen, onChoose, children }: ChoiceProps) {
  return (
    <Menu.Item
      aria-current={isChosen}
      onClick={onChoose}
      rightSection={isChosen ? <span aria-hidden="true">✓</span> : null}
    >
      {children}
    </Menu.Item>
  )
}

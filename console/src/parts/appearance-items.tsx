import { Menu, useMantineColorScheme } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

const LANGUAGES = { en: 'English', de: 'Deutsch' } as const
const SCHEMES = ['auto', 'light', 'dark'] as const

interface AppearanceItemsProps {
  /** Keeps the choice, and brings the language's texts. */
  readonly onLanguage: (language: keyof typeof LANGUAGES) => Promise<void>
}

/** Kept in this browser. */
export function AppearanceItems({ onLanguage }: AppearanceItemsProps) {
  const { t, i18n } = useTranslation()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const speak = async (language: keyof typeof LANGUAGES) => {
    await onLanguage(language)
    document.documentElement.lang = language
    await i18n.changeLanguage(language)
  }
  return (
    <>
      <Menu.Label>{t('common.language')}</Menu.Label>
      {(['en', 'de'] as const).map((language) => (
        <Choice key={language} isChosen={i18n.language === language} onChoose={() => void speak(language)}>
          <span lang={language}>{LANGUAGES[language]}</span>
        </Choice>
      ))}
      <Menu.Label>{t('common.colours')}</Menu.Label>
      {SCHEMES.map((scheme) => (
        <Choice key={scheme} isChosen={colorScheme === scheme} onChoose={() => setColorScheme(scheme)}>
          {t(`common.schemes.${scheme}`)}
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

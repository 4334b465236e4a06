import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnnounce } from './announcer.tsx'
import { copyText } from './copy-text.ts'

interface CopyButtonProps {
  readonly label: string
  readonly text: string
  /** What a screen reader says, where there is more than one. */
  readonly spoken?: string
  readonly size?: 'compact-sm'
  readonly variant?: 'filled' | 'default'
  readonly onCopied?: () => void
}

/** Copies and says so beside the button and to screen readers; the button's own name never changes. */
export function CopyButton({ label, text, spoken, size, variant = 'default', onCopied }: CopyButtonProps) {
  const { t } = useTranslation()
  const announce = useAnnounce()
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed' | undefined>(undefined)
  const copy = async () => {
    const done = (await copyText(text)) ? 'copied' : 'copyFailed'
    setOutcome(done)
    announce(t(`common.${done}`))
    if (done === 'copied') onCopied?.()
  }
  return (
    <Group gap="xs">
      <Button
        variant={variant}
        {...(size ? { size } : {})}
        {...(spoken ? { 'aria-label': spoken } : {})}
        onClick={() => void copy()}
      >
        {label}
      </Button>
      {outcome ? (
        <Text
          fz="sm"
          fw={500}
          aria-hidden="true"
          c={outcome === 'copied' ? 'var(--accord-good)' : 'var(--mantine-color-error)'}
        >
          {t(`common.${outcome}`)}
        </Text>
      ) : null}
    </Group>
  )
}

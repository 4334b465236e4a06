import { Box, Group, Radio, Stack, Text } from '@mantine/core'
import type { ConfigurationMode } from '@accord/shared/protocol'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { ModeChoice } from './mode-choices.ts'

interface ModeCardsProps {
  /** The name of the other side, once it has said what it offers. */
  readonly offeredBy: string | undefined
  readonly choices: readonly ModeChoice[]
  readonly mode: ConfigurationMode
  readonly onMode: (mode: ConfigurationMode) => void
}

export function ModeCards({ offeredBy, choices, mode, onMode }: ModeCardsProps) {
  const { t } = useTranslation()
  const choose = (value: string) => {
    const chosen = choices.find((choice) => choice.mode === value)
    if (chosen && !chosen.refusedBy) onMode(chosen.mode)
  }
  return (
    <Radio.Group
      value={mode}
      onChange={choose}
      label={t('initiate.destination.modes')}
      description={t('initiate.destination.modesFixed')}
    >
      <Box className="accord-modes" mt="xs">
        {choices.map((choice) => (
          <ModeCard key={choice.mode} choice={choice} offeredBy={offeredBy} />
        ))}
      </Box>
    </Radio.Group>
  )
}

interface ModeCardProps extends Pick<ModeCardsProps, 'offeredBy'> {
  readonly choice: ModeChoice
}

function ModeCard({ choice, offeredBy }: ModeCardProps) {
  const { t } = useTranslation()
  const id = useId()
  const { mode, refusedBy } = choice
  const reason = refusedBy && ('key' in refusedBy ? t(`modes.${refusedBy.key}`) : refusedBy.text)
  const offer = offeredBy === undefined ? null : t('modes.offeredBy', { name: offeredBy })
  return (
    <Radio.Card
      value={mode}
      disabled={reason !== undefined}
      className="accord-mode"
      p="sm"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
    >
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <Radio.Indicator disabled={reason !== undefined} mt={2} />
        <Stack gap={2}>
          <Text fw={600} fz="sm" id={`${id}-title`}>
            {t(`modes.${mode}.title`)}
          </Text>
          <Text fz="xs" c="dimmed" id={`${id}-text`}>
            {t(`modes.${mode}.text`)} {reason ? <strong>{reason}</strong> : offer}
          </Text>
        </Stack>
      </Group>
    </Radio.Card>
  )
}

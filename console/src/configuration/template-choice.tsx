import { Box, Group, Radio, Stack, Text } from '@mantine/core'
import { TEMPLATE_NAMES, type TemplateName } from '@accord/shared/sync'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'

interface TemplateChoiceProps {
  readonly name: string
  /** Something was written that another template would throw away. */
  readonly isChanged: boolean
  readonly onChoose: (name: TemplateName) => void
}

/** The templates to choose from, for as long as nothing is published. */
export function TemplateChoice({ name, isChanged, onChoose }: TemplateChoiceProps) {
  const { t } = useTranslation()
  const choose = (next: string) => {
    const chosen = TEMPLATE_NAMES.find((each) => each === next)
    if (chosen && !isChanged) onChoose(chosen)
  }
  return (
    <Radio.Group
      value={name}
      onChange={choose}
      label={t('configure.template.label')}
      description={t(isChanged ? 'configure.template.changed' : 'configure.template.hint')}
    >
      <Box className="accord-modes" mt="xs">
        {TEMPLATE_NAMES.map((each) => (
          <TemplateCard
            key={each}
            value={each}
            isDisabled={isChanged && each !== name}
            title={t(`configure.template.names.${each}`)}
            text={t(`configure.template.texts.${each}`)}
          />
        ))}
      </Box>
    </Radio.Group>
  )
}

interface TemplateCardProps {
  readonly value: string
  readonly isDisabled: boolean
  readonly title: string
  readonly text: string
}

function TemplateCard({ value, isDisabled, title, text }: TemplateCardProps) {
  const id = useId()
  return (
    <Radio.Card
      value={value}
      disabled={isDisabled}
      className="accord-mode"
      p="sm"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
    >
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <Radio.Indicator mt={2} />
        <Stack gap={2}>
          <Text fw={600} fz="sm" id={`${id}-title`}>
            {title}
          </Text>
          <Text fz="xs" c="dimmed" id={`${id}-text`}>
            {text}
          </Text>
        </Stack>
      </Group>
    </Radio.Card>
  )
}

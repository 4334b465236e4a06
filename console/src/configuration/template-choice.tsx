import { Box, Group, Radio, Stack, Text } from '@mantine/core'
import { COMING_TEMPLATES, TEMPLATE_NAMES } from '@accord/shared/sync'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'

/** The templates to choose from, and below the names of those that are not there yet. */
export function TemplateChoice({ name }: { readonly name: string }) {
  const { t } = useTranslation()
  const coming = COMING_TEMPLATES.map((each) => t(`configure.template.names.${each}`)).join(' · ')
  return (
    <div>
      <Radio.Group value={name} label={t('configure.template.label')} description={t('configure.template.hint')}>
        <Box className="accord-modes" mt="xs">
          {TEMPLATE_NAMES.map((each) => (
            <TemplateCard
              key={each}
              value={each}
              title={t(`configure.template.names.${each}`)}
              text={t(`configure.template.texts.${each}`)}
            />
          ))}
        </Box>
      </Radio.Group>
      <Text fz="xs" c="dimmed" mt={4}>
        {t('configure.template.coming', { names: coming })}
      </Text>
    </div>
  )
}

interface TemplateCardProps {
  readonly value: string
  readonly title: string
  readonly text: string
}

function TemplateCard({ value, title, text }: TemplateCardProps) {
  const id = useId()
  return (
    <Radio.Card
      value={value}
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

import { Box, Container } from '@mantine/core'
import { Outlet } from '@tanstack/react-router'
import { ShellHeader } from './shell-header.tsx'
import { SessionGate } from './session-gate.tsx'

/** The frame of every page. Pages are drawn only once it is known who is logged in and whether a node is paired. */
export function Shell() {
  return (
    <>
      <ShellHeader />
      <Box component="main" py={{ base: 'md', sm: 'lg' }}>
        <Container size={1240} px={{ base: 'sm', sm: 'lg' }}>
          <SessionGate>
            <Outlet />
          </SessionGate>
        </Container>
      </Box>
    </>
  )
}
